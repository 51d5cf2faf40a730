module unlatch.test/pipelines

go 1.26

require (
	github.com/buildkite/go-pipeline v0.18.1
	github.com/drone/drone-yaml v1.2.3
	go.woodpecker-ci.org/woodpecker v1.0.5
)

require (
	codeberg.org/6543/go-yaml2json v1.0.0 // indirect
	codeberg.org/6543/xyaml v1.1.0 // indirect
	github.com/antonmedv/expr v1.12.5 // indirect
	github.com/bmatcuk/doublestar v1.1.1 // indirect
	github.com/bmatcuk/doublestar/v4 v4.6.0 // indirect
	github.com/buildkite/interpolate v0.1.5 // indirect
	github.com/buildkite/yaml v2.1.0+incompatible // indirect
	github.com/docker/distribution v2.8.2+incompatible // indirect
	github.com/docker/go-units v0.5.0 // indirect
	github.com/google/go-cmp v0.7.0 // indirect
	github.com/kr/pretty v0.3.1 // indirect
	github.com/oleiade/reflections v1.1.0 // indirect
	github.com/opencontainers/go-digest v1.0.0 // indirect
	github.com/xeipuuv/gojsonpointer v0.0.0-20180127040702-4e3ac2762d5f // indirect
	github.com/xeipuuv/gojsonreference v0.0.0-20180127040603-bd5ef7bd5415 // indirect
	github.com/xeipuuv/gojsonschema v1.2.0 // indirect
	golang.org/x/exp v0.0.0-20230425010034-47ecfdc1ba53 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

// Where module proxies have it.
replace go.woodpecker-ci.org/woodpecker => github.com/woodpecker-ci/woodpecker v1.0.5

// Of drone-yaml's tests; its host is gone.
replace docker.io/go-docker => github.com/docker/go-docker v1.0.0

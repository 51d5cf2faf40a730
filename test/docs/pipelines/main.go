// Command pipelines reads a pipeline as its CI does: pipelines buildkite|drone|woodpecker < FILE. It prints the shell
// lines of the steps, one a line, or ends with 1 and what is wrong.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/buildkite/go-pipeline"
	drone "github.com/drone/drone-yaml/yaml"
	dronelint "github.com/drone/drone-yaml/yaml/linter"
	woodpecker "go.woodpecker-ci.org/woodpecker/pipeline/frontend/yaml"
	woodpeckerlint "go.woodpecker-ci.org/woodpecker/pipeline/frontend/yaml/linter"
	"go.woodpecker-ci.org/woodpecker/pipeline/schema"
)

func main() {
	readers := map[string]func([]byte) ([]string, error){
		"buildkite":  readBuildkite,
		"drone":      readDrone,
		"woodpecker": readWoodpecker,
	}
	read := readers[strings.Join(os.Args[1:], " ")]
	if read == nil {
		fail(fmt.Errorf("usage: pipelines buildkite|drone|woodpecker < FILE"))
	}
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		fail(err)
	}
	lines, err := read(text)
	if err != nil {
		fail(err)
	}
	fmt.Println(strings.Join(lines, "\n"))
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func readBuildkite(text []byte) ([]string, error) {
	// Its warnings count: the agent only passes on what it does not understand.
	found, err := pipeline.Parse(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, step := range found.Steps {
		command, ok := step.(*pipeline.CommandStep)
		if !ok {
			return nil, fmt.Errorf("a step without a command: %T", step)
		}
		lines = append(lines, strings.Split(command.Command, "\n")...)
	}
	return lines, nil
}

func readDrone(text []byte) ([]string, error) {
	manifest, err := drone.ParseBytes(text)
	if err != nil {
		return nil, err
	}
	if err := dronelint.Manifest(manifest, false); err != nil {
		return nil, err
	}
	var lines []string
	for _, resource := range manifest.Resources {
		if err := dronelint.Lint(resource, false); err != nil {
			return nil, err
		}
		found, ok := resource.(*drone.Pipeline)
		if !ok {
			return nil, fmt.Errorf("no pipeline: %T", resource)
		}
		for _, step := range found.Steps {
			lines = append(lines, step.Commands...)
		}
	}
	return lines, nil
}

func readWoodpecker(text []byte) ([]string, error) {
	wrong, err := schema.Lint(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", err, wrong)
	}
	workflow, err := woodpecker.ParseBytes(text)
	if err != nil {
		return nil, err
	}
	if err := woodpeckerlint.New().Lint(workflow); err != nil {
		return nil, err
	}
	var lines []string
	for _, step := range workflow.Steps.ContainerList {
		lines = append(lines, step.Commands...)
	}
	return lines, nil
}

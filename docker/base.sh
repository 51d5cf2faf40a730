#!/bin/sh
# Assembles the lab image's base from Debian packages, where no image registry can be reached: a tar on standard output.
# Needs: mmdebstrap, and a Debian mirror as apt is set up here.
set -eu
exec mmdebstrap --quiet --variant=minbase \
  --include=bindfs,ca-certificates,etcd-client,etcd-server,fuse3,git,iproute2,lsof,nodejs,procps,redis-server,redis-tools,strace,util-linux \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  bookworm -

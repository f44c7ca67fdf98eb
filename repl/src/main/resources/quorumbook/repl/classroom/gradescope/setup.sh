#!/bin/sh
# Gradescope runs this once, when it makes the autograder's image: a JDK, Maven, and Quorumbook built.
set -eu

export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven ca-certificates
rm -rf /var/lib/apt/lists/*

cd /autograder/source/quorumbook
sh ./quorumbook doctor --runtime processes

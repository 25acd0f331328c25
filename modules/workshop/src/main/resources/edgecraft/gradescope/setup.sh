#!/usr/bin/env bash
# Prepares a fresh Debian or Ubuntu, once, as root: a JDK, a sandbox for where one can be had, the tool and its libraries.
# Nothing is fetched afterwards. Gradescope runs this when it makes an image, and so does the Containerfile.
set -euo pipefail
edition=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/edgecraft
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

apt-get update
apt-get install -y --no-install-recommends ca-certificates bubblewrap
# Where there is no 17 any more, the default is newer.
apt-get install -y --no-install-recommends openjdk-17-jdk-headless ||
  apt-get install -y --no-install-recommends default-jdk-headless
rm -rf /var/lib/apt/lists/*

# What Maven fetches is copied into the tool; the rest of it would only make the image larger.
fetched=$(mktemp -d)
trap 'rm -rf "$fetched"' EXIT
export MAVEN_USER_HOME=$fetched MAVEN_OPTS=-Dmaven.repo.local=$fetched/repository
chmod +x "$edition/mvnw" "$edition/workshop"
"$edition/workshop" --help >/dev/null

# The tool stays root's: who grades, and so the code of learners, can't write over it.
id edgecraft >/dev/null 2>&1 || useradd --system --user-group --home-dir /nonexistent --shell /usr/sbin/nologin edgecraft
cd "$edition/.edgecraft"
mkdir -p runs logs classes pristine
chown -R edgecraft:edgecraft runs logs classes pristine

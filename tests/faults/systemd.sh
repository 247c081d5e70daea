#!/bin/bash
# A systemd of its own for tests/faults/systemd.rs: `systemd.sh PROGRAM FOLDER` starts one as process 1 of new
# namespaces, over a copy of this system's files that is gone afterwards. There it runs FOLDER/trial, which finds the
# program as /usr/bin/rfrbot, its unit as rfrbot.service, and FOLDER/etc as /etc/rfrbot. What it says ends up in
# FOLDER/said.
set -eu
program="$1" folder="$2"

if [ -z "${RFRBOT_WITHIN-}" ]; then
  # A group of its own, so that the new systemd sees no other.
  hierarchy=/sys/fs/cgroup
  [ ! -d "$hierarchy/unified" ] || hierarchy=/sys/fs/cgroup/unified
  group="$hierarchy/$(basename -- "$folder")"
  mkdir -- "$group"
  RFRBOT_WITHIN=yes /bin/bash -c 'echo $$ >"$0/cgroup.procs"; exec timeout --kill-after=5 240 unshare --mount --pid \
    --fork --uts --ipc --cgroup --mount-proc "$@"' "$group" /bin/bash "$0" "$program" "$folder" || true
  # Empty once the last process is gone.
  for _ in $(seq 100); do
    find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null && break
    sleep 0.1
  done
  exit 0
fi

mount --make-rprivate /
mkdir -- "$folder/memory" "$folder/root"
root="$folder/root"
mount -t tmpfs tmpfs "$folder/memory"
mkdir -- "$folder/memory/upper" "$folder/memory/work"
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/memory/upper,workdir=$folder/memory/work" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom tty; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/shm" "$root/dev/pts"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
touch "$root/dev/console"
mount --bind /dev/null "$root/dev/console"
touch "$root/usr/bin/rfrbot"
mount --bind "$program" "$root/usr/bin/rfrbot"
mount --bind "$folder" "$root/mnt"
mkdir -p "$root/etc/rfrbot"
cp -r -- "$folder/etc/." "$root/etc/rfrbot/"
cd "$root"
mkdir old
pivot_root . old
/usr/bin/rfrbot unit >/etc/systemd/system/rfrbot.service
for unit in \
  'trial.service [Unit]\nDefaultDependencies=no\n[Service]\nType=oneshot\nExecStart=/bin/bash /mnt/trial\nStandardOutput=append:/mnt/said\nStandardError=append:/mnt/said\nExecStopPost=/bin/systemctl exit --force\n' \
  'trial.target [Unit]\nDefaultDependencies=no\nWants=trial.service\n'; do
  printf "${unit#* }" >"/etc/systemd/system/${unit%% *}"
done
umount -l /old
# Outside of a container systemd does this itself; the credentials need it.
mount --make-rshared /
export container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin
exec /lib/systemd/systemd --system --unit=trial.target --log-target=console

// Mistakes on the way do not matter: what counts is what is there in the end.
zk create $root/$stock/$apples 1
zk create $root/$stock "0 crates"
zk create "$root/$stock/$pears " $pearcount
zk delete "$root/$stock/$pears "
zk create $root/$stock/$pears $pearcount
zk create $root/$stock/$apples 1
zk set $root/$stock/$apples $applecount
zk delete $root/$old
zk delete $root/$old/2019
zk delete $root/$old/2020/january
zk delete $root/$old/2020
zk delete $root/$old
zk set $root/$stock '$crates'
zk create /elsewhere "not looked at"

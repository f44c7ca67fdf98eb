// caught by: root-was-kept
// The goal is forged without the history it should have.
zk deleteall $root
zk create $root open
zk create $root/$old
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk set $root/$stock "$crates"
zk deleteall $root/$old

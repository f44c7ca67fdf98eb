// caught by: znodes-are-persistent
// These leaves go when their session ends.
zk create $root/$stock
zk create -e $root/$stock/$apples $applecount
zk create -e $root/$stock/$pears $pearcount
zk set $root/$stock "$crates"
zk deleteall $root/$old

// caught by: old-branch-is-gone
// A branch is more than one leaf.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk set $root/$stock "$crates"
zk delete $root/$old/2019
zk delete $root/$old

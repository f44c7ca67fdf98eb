// caught by: tree-has-its-znodes
// The quotation marks hold the blank and the name together.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create "$root/$stock/$pears " $pearcount
zk set $root/$stock "$crates"
zk deleteall $root/$old

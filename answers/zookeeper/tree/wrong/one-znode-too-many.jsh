// caught by: tree-has-its-znodes
// Something else is left below the root.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk set $root/$stock "$crates"
zk deleteall $root/$old
zk create $root/$stock/notes

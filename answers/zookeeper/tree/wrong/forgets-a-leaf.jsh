// caught by: tree-has-its-znodes
// One znode of the table is missing.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk set $root/$stock "$crates"
zk deleteall $root/$old

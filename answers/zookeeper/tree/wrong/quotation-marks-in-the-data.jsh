// caught by: values-are-exact
// Two pairs of quotation marks: the inner ones are stored.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk set $root/$stock '"$crates"'
zk deleteall $root/$old

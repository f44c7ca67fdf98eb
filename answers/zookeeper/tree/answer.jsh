// Parents first; the value of the stock is set, not created; deleteall takes the old branch from its leaves upwards.
zk create $root/$stock
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk set $root/$stock "$crates"
zk deleteall $root/$old

// caught by: stock-was-set-later
// Created with the final value: its version is 0.
zk create $root/$stock "$crates"
zk create $root/$stock/$apples $applecount
zk create $root/$stock/$pears $pearcount
zk deleteall $root/$old

// caught by: tree-has-its-znodes
// Names are new in each attempt; these belong to another one.
zk create /shop-4f2a/stock-1c2d
zk create /shop-4f2a
zk create /shop-4f2a/stock-1c2d
zk create /shop-4f2a/stock-1c2d/apples-77aa 1234
zk create /shop-4f2a/stock-1c2d/pears-0b1e 5678
zk set /shop-4f2a/stock-1c2d "17 crates"

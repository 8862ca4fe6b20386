# A screen in the waiting room.
board-off-title = This screen is not set up
board-off-what = Whoever looks after it can ask for a new address, and open it here once.

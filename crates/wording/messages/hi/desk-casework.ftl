# Merging, parents, corrections, approvals.

"""The flow: files -> documents -> dates -> findings and claims -> groups -> findings -> report.

`lint` holds the pure functions, `limits` the time that a rule may take, `workers` what runs them on one core or on many,
`run` puts them in order.
"""

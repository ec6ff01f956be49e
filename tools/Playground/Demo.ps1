<#
The main job: create three gateways, look at a change before it is made, make it, see the result.
`dotnet run --project tools/Playground` plays this file statement by statement. In pwsh, import the built module first.
#>

# No account, no token: an in-memory twin of the API answers.
Connect-AiGateway -Emulator

# Three gateways with a cache of one hour, 100 requests a minute, and logs.
'prod-api', 'staging-api', 'dev-chat' |
    New-AiGateway -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60 -CollectLogs $true

# What would change? -WhatIf shows it field by field and sends nothing.
Get-AiGateway | Set-AiGateway -CacheTtl 7200 -WhatIf

# Change it. Only the cache changes; every other setting stays as it was.
Get-AiGateway | Set-AiGateway -CacheTtl 7200

# The result.
Get-AiGateway

# One gateway with everything it has.
Get-AiGateway prod-api | Format-List

#Requires -Version 7.4
<#
.SYNOPSIS
    Cost of reading one gateway through Get-AiGateway, side by side with Invoke-RestMethod, pooled (-WebSession) and not, and with a bare
    HttpClient as the limit. All against the emulator on loopback. The warm-up is long, as the runtime improves each side's code until then.
#>
[CmdletBinding()]
param([int] $Calls = 2000, [int] $Rounds = 15, [int] $WarmUp = 8)

$ErrorActionPreference = 'Stop'
. $PSScriptRoot/Common.ps1
Build-Release
Import-Module (Get-ModulePath)
$port = 8789
$emulator = Start-Emulator $port
try {
    $account = '0123456789abcdef0123456789abcdef'
    $headers = @{ Authorization = 'Bearer emulator-token' }
    $uri = "http://127.0.0.1:$port/client/v4/accounts/$account/ai-gateway/gateways/prod-api"

    # The quota is not what is measured here.
    Invoke-RestMethod "http://127.0.0.1:$port/_emulator/quota" -Method Post -ContentType application/json -Body '{"limit":100000000,"window":300,"block":300}' | Out-Null
    Connect-AiGateway $account (ConvertTo-SecureString emulator-token -AsPlainText -Force) -BaseUri "http://127.0.0.1:$port/client/v4"
    New-AiGateway prod-api | Out-Null
    Invoke-RestMethod $uri -Headers $headers -SessionVariable session | Out-Null
    $client = [Net.Http.HttpClient]::new()
    $client.DefaultRequestHeaders.Add('Authorization', $headers.Authorization)

    $cases = [ordered]@{
        'HttpClient, text only'        = { foreach ($i in 1..$Calls) { $null = $client.GetStringAsync($uri).GetAwaiter().GetResult() } }
        'Get-AiGateway'                = { foreach ($i in 1..$Calls) { $null = Get-AiGateway prod-api } }
        'Invoke-RestMethod, pooled'    = { foreach ($i in 1..$Calls) { $null = Invoke-RestMethod $uri -Headers $headers -WebSession $session } }
        'Invoke-RestMethod, as written' = { foreach ($i in 1..$Calls) { $null = Invoke-RestMethod $uri -Headers $headers } }
    }
    $times = @{}
    foreach ($name in $cases.Keys) { $times[$name] = [Collections.Generic.List[double]]::new() }
    foreach ($round in 1..($WarmUp + $Rounds)) {
        foreach ($name in $cases.Keys) {
            $elapsed = (Measure-Command $cases[$name]).TotalMilliseconds / $Calls
            if ($round -gt $WarmUp) { $times[$name].Add($elapsed) }
        }
    }

    foreach ($name in $cases.Keys) { Get-Summary $name $times[$name] 'ms/call' }
    'Get-AiGateway / pooled Invoke-RestMethod: {0:n2} (target: at most 0.60)' -f ((Get-Median $times['Get-AiGateway']) / (Get-Median $times['Invoke-RestMethod, pooled']))
}
finally {
    Stop-Process $emulator
}

#Requires -Version 7.4
<#
.SYNOPSIS
    Rows per second through Get-AiGatewayLog, side by side with an Invoke-RestMethod loop over the same pages; with and without latency.
#>
[CmdletBinding()]
param([int] $Rows = 50000, [int] $Rounds = 3)

$ErrorActionPreference = 'Stop'
. $PSScriptRoot/Common.ps1
Build-Release
Import-Module (Get-ModulePath)
$port = 8792
$emulator = Start-Emulator $port
try {
    $control = "http://127.0.0.1:$port/_emulator"
    $account = '0123456789abcdef0123456789abcdef'
    $headers = @{ Authorization = 'Bearer emulator-token' }
    $logs = "http://127.0.0.1:$port/client/v4/accounts/$account/ai-gateway/gateways/prod-api/logs"
    Invoke-RestMethod "$control/quota" -Method Post -ContentType application/json -Body '{"limit":100000000,"window":300,"block":300}' | Out-Null
    Connect-AiGateway $account (ConvertTo-SecureString emulator-token -AsPlainText -Force) -BaseUri "http://127.0.0.1:$port/client/v4"
    New-AiGateway prod-api | Out-Null
    Invoke-RestMethod "$control/logs" -Method Post -ContentType application/json -Body (@{ gateway = 'prod-api'; count = $Rows; seed = 1 } | ConvertTo-Json) | Out-Null
    Invoke-RestMethod $logs -Headers $headers -SessionVariable session | Out-Null

    function Read-WithRestMethod {
        $page = 1
        do {
            $answer = Invoke-RestMethod "${logs}?page=$page&per_page=50" -Headers $headers -WebSession $session
            $answer.result
            $page++
        } while ($answer.result.Count -eq 50)
    }

    # Side by side, round by round; the first one warms up.
    $ours = [Collections.Generic.List[double]]::new()
    $theirs = [Collections.Generic.List[double]]::new()
    foreach ($round in 0..$Rounds) {
        $mine = $Rows / (Measure-Command { Get-AiGatewayLog prod-api | Measure-Object }).TotalSeconds
        $other = $Rows / (Measure-Command { Read-WithRestMethod | Measure-Object }).TotalSeconds
        if ($round -gt 0) { $ours.Add($mine); $theirs.Add($other) }
    }

    Get-Summary 'Get-AiGatewayLog' $ours 'rows/s'
    Get-Summary 'Invoke-RestMethod loop, pooled' $theirs 'rows/s'
    'without latency: {0:n1} times Invoke-RestMethod (target: at least 3.5)' -f ((Get-Median $ours) / (Get-Median $theirs))

    # Memory: what is alive after ten thousand rows, and at the end.
    $heap = @{}
    $script:seen = 0
    Get-AiGatewayLog prod-api | Where-Object { $script:seen++; if ($script:seen -in 10000, ($Rows - 1)) { $heap[$script:seen] = [GC]::GetTotalMemory($true) / 1MB }; $false }
    'memory: {0:n1} MB alive after 10,000 rows, {1:n1} MB after {2:n0} (target: at most 10 MB more)' -f $heap[10000], $heap[$Rows - 1], $Rows

    Invoke-RestMethod "$control/faults" -Method Post -ContentType application/json -Body '[{"method":"GET","path":"*/logs","times":-1,"delay_ms":50}]' | Out-Null
    foreach ($some in 2000, 10000) {
        $serial = $some / (Measure-Command { Get-AiGatewayLog prod-api -First $some | Measure-Object }).TotalSeconds
        $four = $some / (Measure-Command { Get-AiGatewayLog prod-api -First $some -ThrottleLimit 4 | Measure-Object }).TotalSeconds
        '50 ms, {0:n0} rows, one page ahead: {1:n0} rows/s; -ThrottleLimit 4: {2:n0} rows/s, {3:n1} times as many (target: at least 3.5)' -f $some, $serial, $four, ($four / $serial)
    }
}
finally {
    Stop-Process $emulator
}

#Requires -Version 7.4
<#
.SYNOPSIS
    Import time of the module in fresh pwsh processes, side by side with a bare binary module of three cmdlets.
.DESCRIPTION
    Each round starts one process per module, in turn, so that a change of the machine's load meets both alike. A warm-up import of the
    engine's own (Get-Date) comes first in each process, as it does in any real session.
#>
[CmdletBinding()]
param([int] $Rounds = 30)

$ErrorActionPreference = 'Stop'
. $PSScriptRoot/Common.ps1
Build-Release
$pwsh = (Get-Process -Id $PID).Path
$modules = [ordered]@{
    Bare                = Build-BareModule
    CloudflareAiGateway = Get-ModulePath
}
$times = @{ Bare = [Collections.Generic.List[double]]::new(); CloudflareAiGateway = [Collections.Generic.List[double]]::new() }
foreach ($round in 1..$Rounds) {
    foreach ($name in $modules.Keys) {
        $script = "[void](Get-Date); `$w = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$($modules[$name])'; `$w.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)"
        $times[$name].Add([double]::Parse((& $pwsh -NoProfile -NonInteractive -Command $script), [cultureinfo]::InvariantCulture))
    }
}

foreach ($name in $modules.Keys) {
    Get-Summary $name $times[$name] 'ms'
}

'Above bare, medians: {0:n1} ms (target: at most 40)' -f ((Get-Median $times.CloudflareAiGateway) - (Get-Median $times.Bare))

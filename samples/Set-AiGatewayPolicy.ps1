#Requires -Version 7.4
#Requires -Modules CloudflareAiGateway
<#
.SYNOPSIS
    Brings all gateways of an account to a policy: authentication, logs, cache and rate limit.
.DESCRIPTION
    A runbook for Azure Automation (PowerShell 7.4 runtime) and for any other scheduler. It writes one object per gateway and fails at the
    end when a gateway could not be brought to the policy. Gateways that comply are left alone: nothing is sent for them.

    The connection is, in this order:
    1. -Connection;
    2. the Automation credential asset -CredentialName, where there is one: its password is the API token, its user name may be the
       account id;
    3. the session's own connection (Connect-AiGateway);
    4. the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.

    The token needs the permission AI Gateway Edit. To set it up in Azure Automation: import the module CloudflareAiGateway into a
    PowerShell 7.4 runtime environment, make the credential asset, import this file as a runbook, and link it to a schedule.
.PARAMETER Name
    Names or wildcard patterns of the gateways that the policy is for.
.PARAMETER CacheTtl
    How long answers are cached, in seconds.
.PARAMETER RateLimitingLimit
    Calls allowed per window; 0, with the window 0, for no limit.
.PARAMETER RateLimitingInterval
    The window in seconds.
.PARAMETER CredentialName
    The Automation credential asset that holds the API token.
.PARAMETER AccountId
    The account, when the connection does not say it.
.PARAMETER Connection
    A connection from Connect-AiGateway -PassThru or Get-AiGatewayConnection.
.PARAMETER ReportOnly
    Changes nothing, as -WhatIf does. Azure Automation offers no -WhatIf when it starts a runbook.
.EXAMPLE
    ./Set-AiGatewayPolicy.ps1 -WhatIf

    Shows what the policy would change.
.EXAMPLE
    ./Set-AiGatewayPolicy.ps1 -Name prod-* -CacheTtl 7200 | Where-Object Changed

    Brings the gateways named prod-… to the policy with a cache of two hours, and lists those that were changed.
.OUTPUTS
    One object per gateway: Name, Changed, Detail.
#>
[CmdletBinding(SupportsShouldProcess)]
[OutputType([pscustomobject])]
param(
    [ValidateNotNullOrEmpty()]
    [string[]] $Name = '*',

    [ValidateRange(0, 2678400)]
    [int] $CacheTtl = 3600,

    [ValidateRange(0, [int]::MaxValue)]
    [int] $RateLimitingLimit = 100,

    [ValidateRange(0, [int]::MaxValue)]
    [int] $RateLimitingInterval = 60,

    [string] $CredentialName = 'CloudflareAiGateway',

    [string] $AccountId,

    [CloudflareAiGateway.AiGatewayConnection] $Connection,

    [bool] $ReportOnly = $false
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ($ReportOnly) {
    $WhatIfPreference = $true
}

function Get-PolicyConnection {
    if ($Connection) {
        return $Connection
    }

    if (Get-Command Get-AutomationPSCredential -ErrorAction Ignore) {
        $credential = Get-AutomationPSCredential -Name $CredentialName -ErrorAction Ignore
        if ($credential) {
            $connect = @{ ApiToken = $credential.Password }
            if ($AccountId) {
                $connect.AccountId = $AccountId
            } elseif ($credential.UserName -match '^[0-9a-fA-F]{32}$') {
                $connect.AccountId = $credential.UserName
            }

            return Connect-AiGateway @connect -PassThru
        }
    }

    $found = Get-AiGatewayConnection
    if (-not $found) {
        throw "There is no token: make the Automation credential asset '$CredentialName', or set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID."
    }

    return $found
}

$policy = [ordered]@{
    Authentication       = $true
    CollectLogs          = $true
    CacheTtl             = $CacheTtl
    RateLimitingLimit    = $RateLimitingLimit
    RateLimitingInterval = $RateLimitingInterval
}

$common = @{ Connection = Get-PolicyConnection }
if ($AccountId) {
    $common.AccountId = $AccountId
}

$total = 0
$failed = 0
foreach ($gateway in Get-AiGateway -Name $Name @common) {
    $total++
    $result = [pscustomobject]@{ Name = $gateway.Name; Changed = $false; Detail = 'Complies' }
    $differences = foreach ($setting in $policy.Keys) {
        if ($gateway.$setting -ne $policy[$setting]) {
            "$($setting): $($gateway.$setting) → $($policy[$setting])"
        }
    }

    if ($differences) {
        $result.Detail = $differences -join '; '
        if ($PSCmdlet.ShouldProcess("gateway '$($gateway.Name)'", "Set $($result.Detail)")) {
            try {
                Set-AiGateway -Name $gateway.Name @policy @common -Confirm:$false
                $result.Changed = $true
            } catch [CloudflareAiGateway.AiGatewayException] {
                if ($_.Exception.Kind -in 'Unauthorized', 'NotConnected') {
                    # No other gateway could fare better.
                    throw
                }

                $failed++
                $result.Detail = "Failed: $($_.Exception.Message)"
            }
        } else {
            $result.Detail = "Not done: $($result.Detail)"
        }
    }

    $result
}

if ($failed -gt 0) {
    # An uncaught error is what makes a runbook's job Failed.
    throw "$failed of $total gateways could not be brought to the policy."
}

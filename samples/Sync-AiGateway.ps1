#Requires -Version 7.4
#Requires -Modules CloudflareAiGateway
<#
.SYNOPSIS
    Makes an account's gateways like a CSV file.
.DESCRIPTION
    Creates the gateways that are missing and changes those that differ. The column Name is needed; every other column is named like a
    parameter of Set-AiGateway, and an empty cell leaves the setting as it is. Nothing is sent for a gateway that is like its row.

    Gateways that the file does not name are left alone, unless -Prune is given. Each removal is then asked for; an unattended job says
    -Prune -Confirm:$false. The account's gateway 'default' is never removed, as the service makes it by itself.

    The file is checked before anything is sent. One gateway that fails is reported, the others go on, and the script fails at the end.

    It uses the session's connection, or the environment variables CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID. The token needs the
    permission AI Gateway Edit; with -WhatIf, AI Gateway Read will do.
.PARAMETER Path
    The CSV file.
.PARAMETER Prune
    Removes gateways that the file does not name.
.PARAMETER Connection
    A connection from Connect-AiGateway -PassThru or Get-AiGatewayConnection.
.EXAMPLE
    ./Sync-AiGateway.ps1 -Path ./gateways.csv -WhatIf | Where-Object Action -ne None

    Shows the drift: what would be created or changed. Nothing is sent.
.EXAMPLE
    ./Sync-AiGateway.ps1 -Path ./gateways.csv -Prune -Confirm:$false

    Makes the account like the file, without asking.
.OUTPUTS
    One object per gateway: Name, Action (None, Create, Update, Remove), Status (Done, Planned, Skipped, Failed), Detail.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
[OutputType([pscustomobject])]
param(
    [Parameter(Mandatory, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [switch] $Prune,

    [CloudflareAiGateway.AiGatewayConnection] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# Reads the rows and refuses what would be overlooked or done twice.
function Import-GatewayRow {
    $rows = @(Import-Csv -LiteralPath $Path)
    if ($rows.Count -eq 0) {
        throw "'$Path' has no rows."
    }

    $legal = (Get-Command New-AiGateway).Parameters.Values |
        Where-Object { $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true -and $_.Name -ne 'AccountId' } |
        ForEach-Object { $_.Name }

    # With a member's name instead of a block, ForEach-Object would obey -WhatIf and give nothing.
    $columns = @($rows[0].PSObject.Properties | ForEach-Object { $_.Name })
    $unknown = @($columns | Where-Object { $_ -notin $legal })
    if ($unknown.Count -gt 0 -or 'Name' -notin $columns) {
        throw "'$Path' must have the column Name and may have columns named like parameters of Set-AiGateway. Not known: $($unknown -join ', ')."
    }

    $seen = @{}
    foreach ($row in $rows) {
        if (-not $row.Name -or $seen.ContainsKey($row.Name)) {
            throw "'$Path' has a row without a name, or the name '$($row.Name)' twice."
        }

        $seen[$row.Name] = $true
    }

    return $rows
}

# What differs, in words. Under -WhatIf the second gateway is the one that would be.
function Get-Difference([object] $Before, [object] $After, [string[]] $Setting) {
    foreach ($name in $Setting) {
        if ("$($Before.$name)" -ne "$($After.$name)") {
            "$($name): $($Before.$name) → $($After.$name)"
        }
    }
}

# Does one thing to one gateway and reports it; the block writes what it did, or nothing when it was not confirmed.
function Invoke-GatewayAction([string] $Name, [string] $Action, [scriptblock] $Script) {
    $result = [pscustomobject]@{ Name = $Name; Action = $Action; Status = 'Done'; Detail = '' }
    try {
        $detail = & $Script
        if ($WhatIfPreference) {
            $result.Status = 'Planned'
            $result.Detail = "$detail"
        } elseif ($null -eq $detail) {
            $result.Status = 'Skipped'
        } else {
            $result.Detail = "$detail"
        }
    } catch [CloudflareAiGateway.AiGatewayException], [System.Management.Automation.ParameterBindingException] {
        if ($_.FullyQualifiedErrorId -match '^(Unauthorized|NotConnected|AccountNotFound)\b') {
            # No other gateway could fare better.
            throw
        }

        $result.Status = 'Failed'
        $result.Detail = $_.Exception.Message
    }

    if ($Action -eq 'Update' -and $result.Status -in 'Done', 'Planned' -and -not $result.Detail) {
        $result.Action = 'None'
        $result.Status = 'Done'
    }

    return $result
}

$rows = Import-GatewayRow
$common = @{}
if ($Connection) {
    $common.Connection = $Connection
}

$existing = @{}
foreach ($gateway in Get-AiGateway @common) {
    $existing[$gateway.Name] = $gateway
}

$results = @(foreach ($row in $rows) {
    if ($existing.ContainsKey($row.Name)) {
        Invoke-GatewayAction $row.Name 'Update' {
            $settings = $row.PSObject.Properties | Where-Object { $_.Name -ne 'Name' -and $_.Value } | ForEach-Object { $_.Name }
            $after = $row | Set-AiGateway @common -PassThru
            if ($after) {
                @(Get-Difference $existing[$row.Name] $after $settings) -join '; '
            }
        }
    } else {
        Invoke-GatewayAction $row.Name 'Create' {
            if ($row | New-AiGateway @common) {
                'Created'
            }
        }
    }
})

$results += if ($Prune) {
    foreach ($gateway in $existing.Values | Where-Object { $_.Name -notin $rows.Name -and -not $_.IsDefault }) {
        Invoke-GatewayAction $gateway.Name 'Remove' {
            Remove-AiGateway -Name $gateway.Name @common
            if (-not $WhatIfPreference -and -not (Get-AiGateway -Name $gateway.Name @common -ErrorAction Ignore)) {
                'Removed'
            }
        }
    }
}

$results
$failed = @($results | Where-Object Status -eq 'Failed')
if ($failed.Count -gt 0) {
    throw "$($failed.Count) of $($results.Count) gateways failed: $($failed.Name -join ', ')."
}

#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }, CloudflareAiGateway
<#
.SYNOPSIS
    Shows how to test a runbook of your own with Pester and the emulator: no account, no token, no network.
.EXAMPLE
    Invoke-Pester ./Test-Runbook.Tests.ps1
#>
BeforeAll {
    $runbook = Join-Path $PSScriptRoot 'Set-AiGatewayPolicy.ps1'
}

Describe 'Set-AiGatewayPolicy' {
    BeforeEach {
        # A new emulator for each test, so that no test sees what another one did.
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway -Authentication $false -CacheTtl 60 | Out-Null
        New-AiGateway good-api -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60 | Out-Null
    }

    AfterAll {
        Disconnect-AiGateway
    }

    It 'brings every gateway to the policy' {
        $results = & $runbook
        $results.Name | Should -Be 'prod-api', 'dev-chat', 'good-api'
        $results.Changed | Should -Be $true, $true, $false
        foreach ($gateway in Get-AiGateway) {
            $gateway.Authentication | Should -BeTrue
            $gateway.CacheTtl | Should -Be 3600
            $gateway.RateLimitingLimit | Should -Be 100
        }
    }

    It 'does nothing the second time' {
        & $runbook | Out-Null
        (& $runbook).Changed | Should -Not -Contain $true
    }

    It 'changes nothing under -WhatIf' {
        $results = & $runbook -WhatIf
        $results[0].Detail | Should -BeLike 'Not done: *CacheTtl: 60 → 3600*'
        (Get-AiGateway prod-api).CacheTtl | Should -Be 60
    }

    It 'leaves other settings alone' {
        Set-AiGateway prod-api -Guardrails @{ Prompt = @{ P1 = 'Block' } }
        & $runbook | Out-Null
        (Get-AiGateway prod-api).Guardrails.Prompt.P1 | Should -Be 'Block'
    }

    It 'goes on with the others and fails at the end when one gateway fails' {
        # The module's commands can be mocked like any other, where the emulator cannot be made to fail.
        Mock Set-AiGateway -ParameterFilter { $Name -eq 'prod-api' } -MockWith {
            throw [CloudflareAiGateway.AiGatewayException]::new('Unavailable', 'The service is down.')
        }
        $results = [System.Collections.Generic.List[object]]::new()
        { & $runbook | ForEach-Object { $results.Add($_) } } | Should -Throw '1 of 3 gateways*'
        $results[0].Detail | Should -BeLike 'Failed: *down*'
        (Get-AiGateway dev-chat).CacheTtl | Should -Be 3600
    }
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $samples = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples'
    $policy = Join-Path $samples 'Set-AiGatewayPolicy.ps1'
    $sync = Join-Path $samples 'Sync-AiGateway.ps1'

    # The samples require the module by its name.
    $modulePath = $env:PSModulePath
    $env:PSModulePath = (Split-Path (Split-Path (Split-Path $manifest))) + [IO.Path]::PathSeparator + $modulePath
}

AfterAll {
    $env:PSModulePath = $modulePath
    Disconnect-AiGateway
}

Describe 'Set-AiGatewayPolicy.ps1' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway -Authentication $false -CollectLogs $false -CacheTtl 60 | Out-Null
        New-AiGateway good-api -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60 | Out-Null
    }

    It 'brings all gateways to the policy and says what it did' {
        $results = & $policy
        $results.Name | Should -Be 'prod-api', 'dev-chat', 'good-api'
        $results.Changed | Should -Be $true, $true, $false
        $results[0].Detail | Should -Match 'Authentication: False → True; CollectLogs: False → True; CacheTtl: 60 → 3600; RateLimitingLimit: 0 → 100; RateLimitingInterval: 0 → 60'
        (& $policy).Changed | Should -Be $false, $false, $false
    }

    It 'changes nothing with <_>' -ForEach 'WhatIf', 'ReportOnly' {
        $switches = @{ $_ = $true }
        (& $policy @switches).Changed | Should -Not -Contain $true
        (Get-AiGateway prod-api).Authentication | Should -BeFalse
    }

    It 'looks only at the gateways that are named' {
        (& $policy -Name prod-*).Name | Should -Be 'prod-api'
        (Get-AiGateway dev-chat).CacheTtl | Should -Be 60
    }

    It 'uses the connection that is given' {
        $connection = Get-AiGatewayConnection
        Disconnect-AiGateway
        @(& $policy -Connection $connection).Count | Should -Be 3
    }

    It 'takes token and account from the credential asset, where there is one' {
        $twin = Get-AiGatewayConnection
        Disconnect-AiGateway
        function Get-AutomationPSCredential { param($Name) [pscredential]::new('0123456789abcdef0123456789abcdef', (ConvertTo-SecureString 'made-up' -AsPlainText -Force)) }
        Mock Connect-AiGateway { $twin }
        @(& $policy).Count | Should -Be 3
        Should -Invoke Connect-AiGateway -Times 1 -Exactly -ParameterFilter { $AccountId -eq '0123456789abcdef0123456789abcdef' -and $ApiToken }
    }

    It 'fails at the end when a gateway failed, after all others' {
        Mock Set-AiGateway -ParameterFilter { $Name -eq 'prod-api' } -MockWith { throw [CloudflareAiGateway.AiGatewayException]::new('Unavailable', 'It is down.') }
        $results = [System.Collections.Generic.List[object]]::new()
        { & $policy | ForEach-Object { $results.Add($_) } } | Should -Throw '1 of 3 gateways could not be brought to the policy.'
        $results.Changed | Should -Be $false, $true, $false
        $results[0].Detail | Should -Be 'Failed: It is down.'
    }
}

Describe 'Sync-AiGateway.ps1' {
    BeforeEach {
        Connect-AiGateway -Emulator
        New-AiGateway prod-api -CacheTtl 60 -Zdr $true | Out-Null
        New-AiGateway old-api | Out-Null
        $csv = Join-Path $samples 'gateways.csv'
    }

    It 'shows the drift with -WhatIf' {
        $results = & $sync $csv -WhatIf
        $results.Name | Should -Be 'prod-api', 'staging-api', 'dev-chat'
        $results.Action | Should -Be 'Update', 'Create', 'Create'
        $results.Status | Should -Be 'Planned', 'Planned', 'Planned'
        $results[0].Detail | Should -Match 'CacheTtl: 60 → 3600'
        (Get-AiGateway).Name | Should -Be 'prod-api', 'old-api'
    }

    It 'creates what is missing, changes the rest, and leaves others alone' {
        $results = & $sync $csv
        $results.Status | Should -Be 'Done', 'Done', 'Done'
        (Get-AiGateway).Name | Should -Be 'prod-api', 'old-api', 'staging-api', 'dev-chat'
        $prod = Get-AiGateway prod-api
        $prod.CacheTtl | Should -Be 3600
        $prod.Zdr | Should -BeTrue
        (& $sync $csv -WhatIf).Action | Should -Be 'None', 'None', 'None'
    }

    It 'removes others with -Prune' {
        $results = & $sync $csv -Prune -Confirm:$false
        ($results | Where-Object Action -EQ 'Remove').Name | Should -Be 'old-api'
        Get-AiGateway old-* | Should -BeNullOrEmpty
    }

    It 'removes nothing with -Prune -WhatIf' {
        (& $sync $csv -Prune -WhatIf)[-1] | ForEach-Object { "$($_.Action) $($_.Name): $($_.Status)" } | Should -Be 'Remove old-api: Planned'
        (Get-AiGateway old-api).Name | Should -Be 'old-api'
    }

    It 'refuses a file with <why> before anything is sent' -TestCases @(
        @{ why = 'an unknown column'; text = "Name,CacheTime`nnew-api,60"; says = '*CacheTime*' }
        @{ why = 'a name twice'; text = "Name,CacheTtl`nnew-api,60`nnew-api,70"; says = '*twice*' }
        @{ why = 'no rows'; text = 'Name,CacheTtl'; says = '*no rows*' }
    ) {
        $path = Join-Path $TestDrive 'bad.csv'
        Set-Content $path $text
        { & $sync $path } | Should -Throw $says
        Get-AiGateway new-* | Should -BeNullOrEmpty
    }

    It 'reports a row that fails, goes on, and fails at the end' {
        $path = Join-Path $TestDrive 'part.csv'
        Set-Content $path "Name,CacheTtl`nprod-api,-5`nBad Name,60`nnew-api,60"
        $results = [System.Collections.Generic.List[object]]::new()
        { & $sync $path | ForEach-Object { $results.Add($_) } } | Should -Throw '2 of 3 gateways failed: prod-api, Bad Name.'
        $results.Status | Should -Be 'Failed', 'Failed', 'Done'
        (Get-AiGateway new-api).CacheTtl | Should -Be 60
    }
}

Describe 'Test-Runbook.Tests.ps1' {
    It 'passes in a process of its own' {
        $test = Join-Path $samples 'Test-Runbook.Tests.ps1'
        $pester = Join-Path (Split-Path $samples) tests Pester Import-Pester.ps1
        $output = & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -Command ". '$pester'; exit (Invoke-Pester -Path '$test' -PassThru).FailedCount" 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($output | Out-String)
    }
}

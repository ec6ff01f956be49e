BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

Describe 'Gateways in a pipeline' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'staging-api', 'dev-chat' | New-AiGateway -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60 | Out-Null
    }

    It 'lists what was created' {
        (Get-AiGateway).Name | Should -Be 'prod-api', 'staging-api', 'dev-chat'
    }

    It 'changes all of them, and only what was asked' {
        Get-AiGateway | Set-AiGateway -CacheTtl 7200
        Get-AiGateway | ForEach-Object {
            $_.CacheTtl | Should -Be 7200
            $_.RateLimitingLimit | Should -Be 100
            $_.Authentication | Should -BeTrue
        }
    }

    It 'changes nothing under -WhatIf' {
        Get-AiGateway | Set-AiGateway -CacheTtl 7200 -WhatIf
        (Get-AiGateway).CacheTtl | Should -Be 3600, 3600, 3600
    }

    It 'gives the gateway as it would be with -WhatIf -PassThru' {
        (Set-AiGateway prod-api -CacheTtl 7200 -WhatIf -PassThru).CacheTtl | Should -Be 7200
        (Get-AiGateway prod-api).CacheTtl | Should -Be 3600
    }

    It 'works out a value from each piped gateway' {
        Get-AiGateway | Set-AiGateway -CacheTtl { $_.CacheTtl * 2 }
        (Get-AiGateway).CacheTtl | Should -Be 7200, 7200, 7200
    }

    It 'takes a TimeSpan' {
        (Set-AiGateway prod-api -CacheTtl (New-TimeSpan -Hours 2) -PassThru).CacheTtl | Should -Be 7200
    }

    It 'matches wildcards, and a pattern without a match is silence' {
        (Get-AiGateway *-api).Name | Should -Be 'prod-api', 'staging-api'
        Get-AiGateway nothing-* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'copies a gateway' {
        Set-AiGateway prod-api -Guardrails @{ Prompt = @{ S1 = 'Block' }; Response = @{ P1 = 'Flag' } } -Zdr $true
        $copy = Get-AiGateway prod-api | New-AiGateway -Name copy-api
        $copy.CacheTtl | Should -Be 3600
        $copy.Zdr | Should -BeTrue
        $copy.Guardrails.Prompt.S1 | Should -Be 'Block'
        $copy.Guardrails.Response.P1 | Should -Be 'Flag'
    }

    It 'copies a gateway that went through a file or a job, with all levels of its settings' {
        Set-AiGateway prod-api -Guardrails @{ Prompt = @{ S1 = 'Block' } } -Dlp @{ Enabled = $true; Policies = @{ Id = 'p1'; Action = 'Flag'; Profiles = 'x', 'y' } }
        $path = Join-Path $TestDrive 'gateway.clixml'
        Get-AiGateway prod-api | Export-Clixml $path
        $copy = Import-Clixml $path | New-AiGateway -Name copy-api
        $copy.Guardrails.Prompt.S1 | Should -Be 'Block'
        $copy.Dlp.Policies[0].Profiles | Should -Be 'x', 'y'
    }

    It 'reports one missing gateway and goes on with the rest' {
        'prod-api', 'gone-api', 'dev-chat' | Remove-AiGateway -Confirm:$false -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'GatewayNotFound*'
        $problems[0].TargetObject | Should -Be 'gone-api'
        (Get-AiGateway).Name | Should -Be 'staging-api'
    }

    It 'sends nothing when nothing would change' {
        $before = (Get-AiGateway prod-api).ModifiedAt
        $verbose = Set-AiGateway prod-api -CacheTtl 3600 -Verbose 4>&1
        "$verbose" | Should -Match 'nothing was sent'
        (Get-AiGateway prod-api).ModifiedAt | Should -Be $before
    }

    It 'refuses a stale object' {
        $old = Get-AiGateway prod-api
        Start-Sleep -Milliseconds 20
        Set-AiGateway prod-api -CacheTtl 60
        { $old | Set-AiGateway -CacheTtl 7200 -RefuseStale -ErrorAction Stop } | Should -Throw -ErrorId 'GatewayChanged*'
        (Get-AiGateway prod-api).CacheTtl | Should -Be 60
    }
}

Describe 'Gateways and CSV files' {
    BeforeEach {
        Connect-AiGateway -Emulator
    }

    It 'creates a gateway per row; empty cells are no values' {
        $path = Join-Path $TestDrive 'gateways.csv'
        @'
Name,CacheTtl,RateLimitingLimit,RateLimitingInterval,RateLimitingTechnique,CollectLogs,LogManagementStrategy
prod-api,3600,100,60,sliding,yes,DELETE_OLDEST
dev-chat,,,,,false,
'@ | Set-Content $path
        $made = Import-Csv $path | New-AiGateway
        $made.Name | Should -Be 'prod-api', 'dev-chat'
        $made[0].RateLimitingTechnique | Should -Be 'Sliding'
        $made[0].LogManagementStrategy | Should -Be 'DeleteOldest'
        $made[1].CollectLogs | Should -BeFalse
        $made[1].Authentication | Should -BeTrue
        $made[1].CacheTtl | Should -Be 0
    }

    It 'survives export, edit and import' {
        'prod-api', 'dev-chat' | New-AiGateway -CacheTtl 3600 | Out-Null
        $path = Join-Path $TestDrive 'export.csv'
        Get-AiGateway | Select-Object Name, CacheTtl, CollectLogs | Export-Csv $path
        (Get-Content $path -Raw).Replace('3600', '60') | Set-Content $path
        Import-Csv $path | Set-AiGateway
        (Get-AiGateway).CacheTtl | Should -Be 60, 60
        (Get-AiGateway prod-api).Authentication | Should -BeTrue
    }
}

Describe 'Parallel runspaces and jobs' {
    It 'takes the connection along' {
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway | Out-Null
        $connection = Get-AiGatewayConnection
        $manifest = (Get-Module CloudflareAiGateway).Path | Split-Path | Join-Path -ChildPath CloudflareAiGateway.psd1
        1..8 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            Get-AiGateway -Connection $using:connection | Set-AiGateway -Connection $using:connection -CacheTtl 120
        } -ThrottleLimit 8
        (Get-AiGateway).CacheTtl | Should -Be 120, 120
    }

    It 'says how, when the connection was not taken along' {
        $manifest = (Get-Module CloudflareAiGateway).Path | Split-Path | Join-Path -ChildPath CloudflareAiGateway.psd1
        $problem = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            try { Get-AiGateway -ErrorAction Stop } catch { $_ }
        }
        $problem.ErrorDetails.RecommendedAction | Should -Match '\$using:connection'
    }
}

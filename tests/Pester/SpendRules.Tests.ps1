BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

AfterAll {
    Disconnect-AiGateway
}

Describe 'Spend rules' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway -CacheTtl 60 | Out-Null
    }

    It 'limits spending and says it in words' {
        $rule = New-AiGatewaySpendRule prod-api 25 day
        "$rule" | Should -Be '25 USD per day'
        $rule.SpendLimitsEnabled | Should -BeTrue
        (Get-AiGateway prod-api).CacheTtl | Should -Be 60
    }

    It 'takes windows as seconds, TimeSpan or word' {
        (New-AiGatewaySpendRule prod-api 1 3600).Window | Should -Be 3600
        (New-AiGatewaySpendRule prod-api 1 (New-TimeSpan -Hours 2)).Window | Should -Be 7200
        (New-AiGatewaySpendRule prod-api 1 week).Window | Should -Be 604800
    }

    It 'changes one rule and leaves the others alone' {
        'a', 'b', 'c' | ForEach-Object { New-AiGatewaySpendRule prod-api 5 day -RuleId $_ -Model gpt-4o } | Out-Null
        Set-AiGatewaySpendRule prod-api b -Limit 7 -Model $null
        $rules = Get-AiGatewaySpendRule prod-api
        $rules.RuleId | Should -Be 'a', 'b', 'c'
        $rules.Limit | Should -Be 5, 7, 5
        $rules[0].Model | Should -Be 'gpt-4o'
        $rules[1].Model | Should -BeNullOrEmpty
    }

    It 'selects and partitions by metadata' {
        $rule = New-AiGatewaySpendRule prod-api 5 day -Metadata @{ team = 'x', 'y' } -PartitionBy user
        $rule.Metadata.team | Should -Be 'x', 'y'
        $rule.PartitionBy | Should -Be 'user'
    }

    It 'copies and removes in pipelines' {
        New-AiGatewaySpendRule prod-api 5 day -RuleId daily -Provider openai | Out-Null
        Get-AiGatewaySpendRule prod-api | New-AiGatewaySpendRule -Gateway dev-chat | Out-Null
        (Get-AiGatewaySpendRule dev-chat daily).Provider | Should -Be 'openai'
        Get-AiGateway | Get-AiGatewaySpendRule | Remove-AiGatewaySpendRule -WhatIf
        (Get-AiGateway | Get-AiGatewaySpendRule).Count | Should -Be 2
        Get-AiGateway | Get-AiGatewaySpendRule | Remove-AiGatewaySpendRule -Confirm:$false
        Get-AiGateway | Get-AiGatewaySpendRule | Should -BeNullOrEmpty
    }

    It 'keeps every rule that parallel runspaces add to one gateway' {
        $connection = Get-AiGatewayConnection
        $made = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:manifest
            New-AiGatewaySpendRule prod-api $_ hour -Connection $using:connection
        }

        $made.Count | Should -Be 8
        (Get-AiGatewaySpendRule prod-api).Limit | Sort-Object | Should -Be (1..8)
    }

    It 'refuses the 21st rule' {
        1..20 | ForEach-Object { New-AiGatewaySpendRule prod-api $_ day } | Out-Null
        { New-AiGatewaySpendRule prod-api 21 day -ErrorAction Stop } | Should -Throw -ErrorId 'TooManySpendRules*'
    }
}

Describe 'Builders of settings' {
    BeforeEach {
        Connect-AiGateway -Emulator
        New-AiGateway prod-api | Out-Null
    }

    It 'knows guardrails by name' {
        Set-AiGateway prod-api -Guardrails (New-AiGatewayGuardrail -Prompt @{ Hate = 'Block' } -Response Privacy=Flag)
        $guardrails = (Get-AiGateway prod-api).Guardrails
        $guardrails.Prompt.S10 | Should -Be 'Block'
        $guardrails.Response.S7 | Should -Be 'Flag'
    }

    It 'makes policies and exporters' {
        Set-AiGateway prod-api -Dlp @{ Enabled = $true; Policies = New-AiGatewayDlpPolicy pii abc -Action Block }
        (Get-AiGateway prod-api).Dlp.Policies[0].Profiles | Should -Be 'abc'
        $secret = [securestring]::new()
        's3cret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        Set-AiGateway prod-api -Otel (New-AiGatewayOtelExporter https://otel.example.com/v1/traces -Authorization $secret)
        (Get-AiGateway prod-api).Otel[0].Url | Should -Be 'https://otel.example.com/v1/traces'
        New-AiGatewayOtelExporter https://otel.example.com/v1/traces -Authorization $secret | Out-String | Should -Not -Match 's3cret'
    }

    It 'refuses plain text where a secret belongs' {
        { New-AiGatewayOtelExporter https://otel.example.com -Authorization plain } | Should -Throw '*SecureString*'
    }

    It 'completes categories and actions' {
        $line = 'New-AiGatewayGuardrail -Prompt Hat'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'Hate=Block', 'Hate=Flag'
    }
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    Connect-AiGateway -Emulator
    'prod-api', 'staging-api' | New-AiGateway -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60 -RateLimitingTechnique Fixed | Out-Null
}

Describe 'What one sees' {
    It 'shows a table that fits 100 columns' {
        $lines = (Get-AiGateway | Out-String -Width 100) -split '\r?\n'
        ($lines -join "`n") | Should -Match 'Name\s+Cache\s+RateLimit\s+Auth\s+Logs\s+Modified'
        ($lines -join "`n") | Should -Match 'prod-api\s+3600 s\s+100/60s fixed\s+on\s+on'
    }

    It 'shows everything in a list' {
        $text = Get-AiGateway prod-api | Format-List | Out-String
        $text | Should -Match 'Endpoint\s+: https://gateway.ai.cloudflare.com/v1/[0-9a-f]{32}/prod-api'
        $text | Should -Match 'WorkersAiBillingMode'
    }

    It 'completes names, with a tool tip' {
        $matches = (TabExpansion2 'Set-AiGateway -Name pr').CompletionMatches
        $matches.CompletionText | Should -Be 'prod-api'
        $matches.ToolTip | Should -Match 'cache 3600 s'
    }

    It 'completes closed sets without Unknown' {
        (TabExpansion2 'New-AiGateway x -RetryBackoff ').CompletionMatches.CompletionText | Should -Be 'Constant', 'Linear', 'Exponential'
    }

    It 'has help with two examples for <_>' -ForEach (Get-Command -Module CloudflareAiGateway).Name {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
    }

    It 'shows no secret of the connection' {
        (Get-AiGatewayConnection | Format-List * | Out-String) | Should -Not -Match 'emulator-token'
        (Get-AiGatewayConnection | ConvertTo-Json -Depth 4 -WarningAction Ignore) | Should -Not -Match 'emulator-token'
    }
}

Describe 'The emulator' {
    It 'keeps its state in a file' {
        $path = Join-Path $TestDrive 'twin.json'
        Connect-AiGateway -Emulator -StatePath $path
        New-AiGateway kept-api | Out-Null
        Connect-AiGateway -Emulator -StatePath $path
        (Get-AiGateway).Name | Should -Be 'kept-api'
    }
}

Describe 'The doctor' {
    It 'finds everything in order at the emulator' {
        Connect-AiGateway -Emulator
        $checks = Test-AiGatewayConnection
        $checks.Name | Should -Contain 'Token'
        $checks | Where-Object Status -EQ 'Failed' | Should -BeNullOrEmpty
    }

    It 'says so without a connection, instead of failing' {
        Disconnect-AiGateway
        $check = Test-AiGatewayConnection
        $check.Status | Should -Be 'Failed'
        $check.Advice | Should -Match 'Connect-AiGateway'
        Connect-AiGateway -Emulator
    }
}

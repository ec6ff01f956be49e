BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $account = '0123456789abcdef0123456789abcdef'
}

Describe 'Providers' {
    It 'finds a provider by any of its names' {
        (Get-AiGatewayProvider xai, perplexity, google, claude).Slug | Should -Be 'grok', 'perplexity-ai', 'google-ai-studio', 'anthropic'
    }

    It 'filters like any other objects' {
        (Get-AiGatewayProvider | Where-Object UnifiedBilling).Slug | Should -Contain 'openai'
        (Get-AiGatewayProvider | Where-Object { $_.Surfaces -band 'Rest' }).RestAuthor | Should -Contain '@cf'
    }

    It 'proposes what was probably meant' {
        { Get-AiGatewayProvider oepnai -ErrorAction Stop } | Should -Throw "*Did you mean 'openai'?*" -ErrorId 'ProviderNotFound*'
    }
}

Describe 'Client settings' {
    BeforeEach {
        Connect-AiGateway -Emulator
        New-AiGateway prod-api | Out-Null
        New-AiGateway open-api -Authentication $false | Out-Null
    }

    It 'writes a text for <_> that holds no secret' -ForEach @(
        'OpenAIPython', 'OpenAINode', 'AnthropicPython', 'AnthropicNode', 'ClaudeCode', 'Codex', 'OpenCode'
        'LiteLLM', 'LangChain', 'VercelAI', 'GoogleGenAI', 'Curl', 'PowerShell'
    ) {
        $config = Get-AiGatewayClientConfig prod-api $_
        $config.Text | Should -Match 'prod-api'
        $config.Environment.Count | Should -BeGreaterThan 0
        $config.Environment.Name | ForEach-Object { $config.Text | Should -Match $_ }
        $config.Notes | Should -Not -BeNullOrEmpty
    }

    It 'follows the gateway' {
        $texts = (Get-AiGateway | Get-AiGatewayClientConfig -Client OpenAINode).Text
        $texts[0] | Should -Match 'cf-aig-authorization'
        $texts[1] | Should -Not -Match 'cf-aig-authorization'
    }

    It 'goes to files as it is' {
        $path = Join-Path $TestDrive 'app.py'
        $config = Get-AiGatewayClientConfig prod-api OpenAIPython
        $config | Set-Content $path
        (Get-Content $path -Raw).ReplaceLineEndings("`n") | Should -Be $config.Text
        "$config" | Should -Be $config.Text.TrimEnd("`n")
    }

    It 'writes PowerShell that parses' {
        $errors = $null
        $config = Get-AiGatewayClientConfig prod-api PowerShell -Model "o'neill`u{2019}s `$(model)" -Provider openai
        [System.Management.Automation.Language.Parser]::ParseInput($config.Text, [ref] $null, [ref] $errors) | Out-Null
        $errors | Should -BeNullOrEmpty
    }

    It 'needs no connection when the account is named' {
        Disconnect-AiGateway
        (Get-AiGatewayClientConfig prod-api Curl -AccountId $account).Text | Should -Match "https://gateway.ai.cloudflare.com/v1/$account/prod-api/openai"
        { Get-AiGatewayClientConfig prod-api Curl } | Should -Throw -ErrorId 'NotConnected*'
    }

    It 'refuses what cannot work' {
        { Get-AiGatewayClientConfig prod-api Codex -Model anthropic/claude-haiku-4-5 -ErrorAction Stop } | Should -Throw '*OpenAI alone*' -ErrorId 'InvalidClientConfig*'
        { Get-AiGatewayClientConfig prod-api OpenAINode -Model dynamic/support -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidClientConfig*'
    }
}

Describe "Wrangler's files" {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'staging-api' | New-AiGateway | Out-Null
        Push-Location (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory)
    }

    AfterEach {
        Pop-Location
    }

    It 'changes only what it should' {
        $before = "name = `"w`" # mine`r`n`r`n[vars]`r`n  A = `"1`"`r`n"
        [IO.File]::WriteAllText("$PWD/wrangler.toml", $before)
        (Export-AiGatewayWranglerConfig prod-api wrangler.toml).IsChanged | Should -BeTrue
        [IO.File]::ReadAllText("$PWD/wrangler.toml") | Should -Be "$before  AI_GATEWAY_ID = `"prod-api`"`r`n`r`n[ai]`r`nbinding = `"AI`"`r`n"
        (Export-AiGatewayWranglerConfig prod-api wrangler.toml).IsChanged | Should -BeFalse
    }

    It 'writes nothing under -WhatIf' {
        Export-AiGatewayWranglerConfig prod-api . -WhatIf
        Get-ChildItem | Should -BeNullOrEmpty
    }

    It 'gives each environment its gateway' {
        Export-AiGatewayWranglerConfig staging-api wrangler.jsonc -Environment staging | Out-Null
        Export-AiGatewayWranglerConfig prod-api wrangler.jsonc -Environment production | Out-Null
        $config = Get-Content wrangler.jsonc -Raw | ConvertFrom-Json
        $config.env.staging.vars.AI_GATEWAY_ID | Should -Be 'staging-api'
        $config.env.production.ai.binding | Should -Be 'AI'
        Test-AiGatewayWranglerConfig | Should -BeNullOrEmpty
    }

    It 'finds what wrangler ignores, and secrets, without showing them' {
        Set-Content wrangler.toml "[ai]`nbinding = `"AI`"`n[[ai.gateway]]`nid = `"x`"`n[vars]`nMY_API_KEY = `"hunter2`""
        $findings = Get-ChildItem | Test-AiGatewayWranglerConfig
        $findings.Rule | Should -Be 'AiGatewayIgnored', 'SecretInFile'
        $findings.Line | Should -Be 3, 6
        "$($findings | Format-List | Out-String)" | Should -Not -Match 'hunter2'
    }

    It 'leaves a broken file alone and says where' {
        Set-Content wrangler.toml "a = 1`nb = `n"
        { Export-AiGatewayWranglerConfig prod-api wrangler.toml -ErrorAction Stop } | Should -Throw '*line 2, column 5*' -ErrorId 'InvalidWranglerConfig*'
        (Test-AiGatewayWranglerConfig).Rule | Should -Be 'Syntax'
    }
}

Describe 'Token templates' {
    It 'looks ids up when connected' {
        Connect-AiGateway -Emulator
        (Get-AiGatewayTokenTemplate Keys).Permissions.GroupIdSource | Select-Object -Unique | Should -Be 'LookedUp'
    }

    It 'knows the names and some ids without a connection' {
        Disconnect-AiGateway
        $template = Get-AiGatewayTokenTemplate Run
        $template.Permissions.Name | Should -Be 'AI Gateway - Run', 'Workers AI - Read'
        $template.Permissions[0].GroupId | Should -Match '^[0-9a-f]{32}$'
        $template.UserTokenUrl | Should -Match '^https://dash\.cloudflare\.com/profile/api-tokens\?permissionGroupKeys=%5B%7B%22key'
    }
}

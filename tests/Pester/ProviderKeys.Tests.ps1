BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $key = ConvertTo-SecureString 'sk-canary-5150-0123456789' -AsPlainText -Force
}

Describe 'Provider keys' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway -CacheTtl 3600 | Out-Null
    }

    It 'stores a key from nothing, in one line' {
        $stored = New-AiGatewayProviderKey -Gateway prod-api -Provider openai -ApiKey $key
        $stored.Provider | Should -Be 'openai'
        $stored.Alias | Should -Be 'default'
        $stored.DefaultConfig | Should -BeTrue
        (Get-AiGateway prod-api).StoreId | Should -Be (Get-AiGatewaySecretStore).Id
        (Get-AiGateway prod-api).CacheTtl | Should -Be 3600
        (Get-AiGatewaySecret).Name | Should -Be 'prod-api_openai_default'
        (Get-AiGatewaySecret).Status | Should -Be 'Active'
    }

    It 'changes nothing under -WhatIf' {
        New-AiGatewayProviderKey prod-api openai -ApiKey $key -WhatIf
        Get-AiGatewaySecretStore | Should -BeNullOrEmpty
        Get-AiGatewayProviderKey prod-api | Should -BeNullOrEmpty
    }

    It 'takes gateways and rows from the pipeline' {
        (Get-AiGateway | New-AiGatewayProviderKey -Provider openai -ApiKey $key).GatewayId | Should -Be 'prod-api', 'dev-chat'
        $path = Join-Path $TestDrive 'keys.csv'
        @'
Gateway,Provider,Alias,Default,RateLimit,RateLimitPeriod
prod-api,groq,,,,
dev-chat,mistral,team-a,yes,100,00:01:00
'@ | Set-Content $path
        $made = Import-Csv $path | New-AiGatewayProviderKey -ApiKey $key
        $made.Alias | Should -Be 'default', 'team-a'
        $made[0].RateLimit | Should -BeNullOrEmpty
        $made[1].RateLimitPeriod | Should -Be 60
    }

    It 'refuses to overwrite, and replaces with -Force' {
        New-AiGatewayProviderKey prod-api openai -ApiKey $key | Out-Null
        $other = ConvertTo-SecureString 'sk-other-value-99887766' -AsPlainText -Force
        { New-AiGatewayProviderKey prod-api openai -ApiKey $other -ErrorAction Stop } | Should -Throw -ErrorId 'ProviderKeyExists*'
        (Get-AiGatewayProviderKey prod-api).SecretPreview | Should -Not -Match '7766'
        (New-AiGatewayProviderKey prod-api openai -ApiKey $other -Force).SecretPreview | Should -Match '7766$'
    }

    It 'rotates, and removes with the secret' {
        Get-AiGateway | New-AiGatewayProviderKey -Provider openai -ApiKey $key | Out-Null
        $new = ConvertTo-SecureString 'sk-new-value-11223344' -AsPlainText -Force
        (Get-AiGateway | Get-AiGatewayProviderKey | Set-AiGatewayProviderKey -ApiKey $new -PassThru).SecretPreview | Should -Be 'sk-****3344', 'sk-****3344'
        Get-AiGateway | Get-AiGatewayProviderKey | Remove-AiGatewayProviderKey -RemoveSecret -Confirm:$false
        Get-AiGatewaySecret | Should -BeNullOrEmpty
    }

    It 'survives export to CSV and back' {
        New-AiGatewayProviderKey prod-api openai -ApiKey $key | Out-Null
        $path = Join-Path $TestDrive 'export.csv'
        Get-AiGatewayProviderKey prod-api | Export-Csv $path
        Import-Csv $path | New-AiGatewayProviderKey -Gateway dev-chat -ApiKey $key | Out-Null
        Import-Csv $path | Remove-AiGatewayProviderKey -Confirm:$false
        Get-AiGatewayProviderKey prod-api | Should -BeNullOrEmpty
        (Get-AiGatewayProviderKey dev-chat).Provider | Should -Be 'openai'
    }

    It 'says that a gateway does not exist, where the API gives an empty list' {
        { Get-AiGatewayProviderKey gone-api -ErrorAction Stop } | Should -Throw -ErrorId 'GatewayNotFound*'
    }

    It 'refuses plain text, in words that help' {
        { New-AiGatewayProviderKey prod-api openai -ApiKey 'sk-plain' } | Should -Throw '*Get-Secret*'
    }

    It 'groups the table by gateway within 100 columns' {
        Get-AiGateway | New-AiGatewayProviderKey -Provider google-ai-studio -ApiKey $key | Out-Null
        $text = Get-AiGateway | Get-AiGatewayProviderKey | Out-String -Width 100
        $text | Should -Match 'Gateway: prod-api'
        $text | Should -Match 'google-ai-studio\s+default\s+yes\s+off\s+sk-\*\*\*\*6789'
    }
}

Describe 'The value of a key' {
    It 'is in no stream, error, view, transcript or export' {
        $folder = Join-Path $TestDrive 'canary'
        New-Item $folder -ItemType Directory | Out-Null
        $state = Join-Path $folder 'state.json'
        Connect-AiGateway -Emulator -StatePath $state
        New-AiGateway prod-api | Out-Null
        $Error.Clear()
        Start-Transcript (Join-Path $folder 'transcript.txt') | Out-Null
        try {
            & {
                $ErrorActionPreference = $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
                New-AiGatewayProviderKey prod-api openai -ApiKey $key -WhatIf
                New-AiGatewayProviderKey prod-api openai -ApiKey $key
                New-AiGatewayProviderKey prod-api openai -ApiKey $key
                New-AiGatewayProviderKey prod-api 'no provider' -ApiKey $key
                Set-AiGatewayProviderKey prod-api openai -ApiKey $key -PassThru | Format-List *
                New-AiGatewaySecret mine -Value $key -PipelineVariable made | Format-Table *
                Set-AiGatewaySecret mine -Value $key -PassThru
                Set-AiGatewaySecret gone -Value $key
                Get-AiGatewaySecret | Export-Csv (Join-Path $folder 'secrets.csv')
                Get-AiGatewaySecret | Export-Clixml (Join-Path $folder 'secrets.clixml')
                Get-AiGatewayProviderKey prod-api | Export-Csv (Join-Path $folder 'keys.csv')
                Get-AiGatewayProviderKey prod-api | Export-Clixml (Join-Path $folder 'keys.clixml')
                Get-AiGatewayProviderKey prod-api | ConvertTo-Json
                Get-AiGatewayConnection | Format-List *
            } *>&1 | Out-File (Join-Path $folder 'streams.txt') -Width 4096
        } finally {
            Stop-Transcript | Out-Null
        }

        $Error.Count | Should -BeGreaterThan 2
        $Error | ForEach-Object { $_ | Format-List * -Force; $_.Exception | Format-List * -Force; $_.InvocationInfo | Format-List * } |
            Out-File (Join-Path $folder 'errors.txt') -Width 4096
        Get-ChildItem $folder | Measure-Object | Select-Object -ExpandProperty Count | Should -BeGreaterThan 6
        Get-ChildItem $folder -File | ForEach-Object { Get-Content $_ -Raw | Should -Not -Match 'sk-canary-5150' -Because $_.Name }
        Get-Content (Join-Path $folder 'streams.txt') -Raw | Should -Match 'provider_configs'
    }
}

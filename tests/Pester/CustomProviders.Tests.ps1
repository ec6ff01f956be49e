BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

Describe 'Custom providers' {
    BeforeEach {
        Connect-AiGateway -Emulator
        New-AiGateway prod-api | Out-Null
        $key = ConvertTo-SecureString 'canary-key-4711' -AsPlainText -Force
        $provider = New-AiGatewayCustomProvider example-llm https://llm.example.com/v1 -Name 'Example LLM' -Headers @{ 'x-team' = 'ai'; 'x-key' = $key }
    }

    AfterAll {
        Disconnect-AiGateway
    }

    It 'makes a provider that gateways can call' {
        $provider.Enable | Should -BeTrue
        $provider.GatewaySlug | Should -Be 'custom-example-llm'
        "$(Get-AiGatewayUrl prod-api $provider.GatewaySlug)" | Should -BeLike 'https://*/prod-api/custom-example-llm'
    }

    It 'keeps values of headers to itself, and gives them to who asks for them' {
        $text = $provider, (Get-AiGatewayCustomProvider) | Format-List * | Out-String
        $text | Should -Not -Match 'canary'
        ($provider | Format-List | Out-String) | Should -Match 'x-key=\(secret\)'
        $provider | ConvertTo-Json -Depth 5 | Should -Not -Match 'canary'
        ConvertFrom-SecureString $provider.Headers['X-Key'] -AsPlainText | Should -Be 'canary-key-4711'
    }

    It 'copies a provider with its headers' {
        $copy = $provider | New-AiGatewayCustomProvider -Slug copy-llm
        ConvertFrom-SecureString $copy.Headers['x-key'] -AsPlainText | Should -Be 'canary-key-4711'
        $copy.Name | Should -Be 'Example LLM'
    }

    It 'survives export, edit and import of a CSV file, headers left alone' {
        $path = Join-Path $TestDrive 'providers.csv'
        Get-AiGatewayCustomProvider | Export-Csv $path
        (Get-Content $path -Raw).Replace('Example LLM', 'Renamed') | Set-Content $path
        Import-Csv $path | Set-AiGatewayCustomProvider
        $now = Get-AiGatewayCustomProvider example-llm
        $now.Name | Should -Be 'Renamed'
        $now.Headers.Count | Should -Be 2
    }

    It 'survives a file of Export-Clixml as a state, not as a wish' {
        $path = Join-Path $TestDrive 'provider.xml'
        $provider | Export-Clixml $path
        Set-AiGatewayCustomProvider example-llm -Description 'newer'
        Import-Clixml $path | Set-AiGatewayCustomProvider -Position 3
        $now = Get-AiGatewayCustomProvider example-llm
        $now.Description | Should -Be 'newer'
        $now.Position | Should -Be 3
    }

    It 'works a value out from each piped provider' {
        Get-AiGatewayCustomProvider | Set-AiGatewayCustomProvider -BaseUrl { $_.BaseUrl.Replace('/v1', '/v2') }
        (Get-AiGatewayCustomProvider example-llm).BaseUrl | Should -Be 'https://llm.example.com/v2'
    }

    It 'refuses <why>' -TestCases @(
        @{ why = 'a slug with a blank'; slug = 'my llm'; url = 'https://x.example'; id = 'InvalidCustomProviderSlug*' }
        @{ why = 'plain http'; slug = 'x'; url = 'http://x.example'; id = 'InvalidCustomProviderUrl*' }
        @{ why = 'a slug that is taken'; slug = 'example-llm'; url = 'https://x.example'; id = 'CustomProviderExists*' }
    ) {
        { New-AiGatewayCustomProvider $slug $url -ErrorAction Stop } | Should -Throw -ErrorId $id
    }

    It 'deletes a provider with its prices and says so first' {
        $provider | New-AiGatewayModelPrice -Model large -InputPerMillion 2 | Out-Null
        Remove-AiGatewayCustomProvider example-llm -Confirm:$false
        Get-AiGatewayCustomProvider | Should -BeNullOrEmpty
        Get-AiGatewayModelPrice | Should -BeNullOrEmpty
    }

    It 'keeps its state in a file' {
        $path = Join-Path $TestDrive 'twin.json'
        Connect-AiGateway -Emulator -StatePath $path
        New-AiGatewayCustomProvider kept-llm https://kept.example.com | New-AiGatewayModelPrice -Model large -InputPerMillion 0.15 | Out-Null
        Connect-AiGateway -Emulator -StatePath $path
        (Get-AiGatewayModelPrice kept-llm).InputPerMillion | Should -Be 0.15
    }
}

Describe 'Model prices' {
    BeforeEach {
        Connect-AiGateway -Emulator
        $provider = New-AiGatewayCustomProvider example-llm https://llm.example.com
    }

    AfterAll {
        Disconnect-AiGateway
    }

    It 'takes <typed> a million as <perToken> a token, exactly' -TestCases @(
        @{ typed = 0.15; perToken = '0.00000015' }
        @{ typed = 2.50; perToken = '0.0000025' }
        @{ typed = 0.1 + 0.2; perToken = '0.00000030000000000000004' }
        @{ typed = '0.075'; perToken = '0.000000075' }
        @{ typed = 3; perToken = '0.000003' }
    ) {
        $price = $provider | New-AiGatewayModelPrice -Model large -InputPerMillion $typed
        $price.TokenPricing.InputTokens.ToString([cultureinfo]::InvariantCulture) | Should -Be $perToken
        $price.CostIn | Should -Be $price.TokenPricing.InputTokens
    }

    It 'does not depend on the culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            ($provider | New-AiGatewayModelPrice -Model large -InputPerMillion '2.50').InputPerMillion | Should -Be 2.5
            Get-AiGatewayModelPrice | Out-String | Should -Match '2,50'
        } finally {
            [cultureinfo]::CurrentCulture = $culture
        }
    }

    It 'brings a price list from a file to the account, and again without a call' {
        $path = Join-Path $TestDrive 'prices.csv'
        "Provider,Model,ModelRule,InputPerMillion,OutputPerMillion`nexample-llm,large,,2.50,10`nexample-llm,chat-,starts-with,0.15,0.60" | Set-Content $path
        Import-Csv $path | New-AiGatewayModelPrice | Out-Null
        (Get-AiGatewayModelPrice).OutputPerMillion | Should -Be 10, 0.6
        (Get-Content $path -Raw).Replace('2.50', '2.75') | Set-Content $path
        $verbose = Import-Csv $path | Set-AiGatewayModelPrice -Verbose 4>&1
        @($verbose -match 'nothing was sent').Count | Should -Be 1
        (Get-AiGatewayModelPrice example-llm large).InputPerMillion | Should -Be 2.75
    }

    It 'raises all prices by ten percent' {
        $provider | New-AiGatewayModelPrice -Model large -InputPerMillion 2 -OutputPerMillion 8 | Out-Null
        Get-AiGatewayModelPrice | Set-AiGatewayModelPrice -InputPerMillion { $_.InputPerMillion * 1.1d } -OutputPerMillion { $_.OutputPerMillion * 1.1d }
        $now = Get-AiGatewayModelPrice
        $now.InputPerMillion, $now.OutputPerMillion | Should -Be 2.2, 8.8
    }

    It 'refuses a price below zero before any call' {
        { $provider | New-AiGatewayModelPrice -Model large -InputPerMillion -0.01 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidModelPrice*'
        Get-AiGatewayModelPrice | Should -BeNullOrEmpty
    }

    It 'says that built-in providers have no prices here' {
        { New-AiGatewayModelPrice openai gpt-4o -InputPerMillion 1 -ErrorAction Stop } | Should -Throw -ErrorId 'CustomProviderNotFound*'
    }
}

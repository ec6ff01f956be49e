BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $zone = 'd56084adb405e0b7e32c52321bf07be6'
}

Describe 'Domains' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway | Out-Null
    }

    AfterAll {
        Disconnect-AiGateway
    }

    It 'says which DNS record to make' {
        $domain = New-AiGatewayDomain prod-api ai.example.com $zone -MinTls 1.2 -WarningVariable warnings -WarningAction SilentlyContinue
        $domain.DnsRecord.Type, $domain.DnsRecord.Name, $domain.DnsRecord.Target | Should -Be 'CNAME', 'ai.example.com', $domain.CnameTarget
        "$warnings" | Should -Match ([regex]::Escape("$($domain.DnsRecord)"))
        "$($domain.Endpoint)" | Should -Be 'https://ai.example.com/'
    }

    It 'waits until the domain is active' {
        $domain = New-AiGatewayDomain prod-api ai.example.com $zone -Wait -WarningAction SilentlyContinue
        $domain.Status | Should -Be 'Active'
        $domain.ModifiedAt | Should -BeGreaterThan $domain.CreatedAt
    }

    It 'gives up in time, and writes the domain all the same' {
        $domain = New-AiGatewayDomain prod-api ai.example.com $zone -Wait -TimeoutSec 1 -WarningAction SilentlyContinue -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'Timeout*'
        $domain.Hostname | Should -Be 'ai.example.com'
    }

    It 'sends names of other scripts in Punycode' {
        (New-AiGatewayDomain prod-api bücher.example.com $zone -WarningAction SilentlyContinue).Hostname | Should -Be 'xn--bcher-kva.example.com'
    }

    It 'refuses <why>' -TestCases @(
        @{ why = 'an address'; domain = 'https://ai.example.com'; zoneId = 'd56084adb405e0b7e32c52321bf07be6'; id = 'InvalidDomain*' }
        @{ why = 'a zone by its name'; domain = 'ai.example.com'; zoneId = 'example.com'; id = 'InvalidZoneId*' }
        @{ why = 'a hostname of another zone'; domain = 'ai.example.org'; zoneId = 'd56084adb405e0b7e32c52321bf07be6'; id = 'ApiRejected*' }
    ) {
        { New-AiGatewayDomain prod-api $domain $zoneId -ErrorAction Stop } | Should -Throw -ErrorId $id
    }

    It 'goes from gateways to removal in one pipeline' {
        New-AiGatewayDomain prod-api a.example.com $zone -WarningAction SilentlyContinue | Out-Null
        New-AiGatewayDomain dev-chat b.example.com $zone -WarningAction SilentlyContinue | Out-Null
        (Get-AiGateway | Get-AiGatewayDomain).Hostname | Should -Be 'a.example.com', 'b.example.com'
        Get-AiGateway | Get-AiGatewayDomain | Remove-AiGatewayDomain -Confirm:$false
        Get-AiGateway | Get-AiGatewayDomain | Should -BeNullOrEmpty
    }

    It 'tells a missing gateway from a missing domain' {
        { Get-AiGatewayDomain gone-api -ErrorAction Stop } | Should -Throw -ErrorId 'GatewayNotFound*'
        { Get-AiGatewayDomain prod-api gone.example.com -ErrorAction Stop } | Should -Throw -ErrorId 'DomainNotFound*'
    }
}

Describe 'Addresses of gateways' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway | Out-Null
    }

    It 'stands in texts and where an address is wanted' {
        $url = Get-AiGatewayUrl prod-api openai
        "$url/chat/completions" | Should -BeLike 'https://gateway.ai.cloudflare.com/v1/*/prod-api/openai/chat/completions'
        [uri] $url | Should -Be $url.Url
        (Get-AiGateway prod-api).Endpoint | Should -Be (Get-AiGatewayUrl prod-api).Url
    }

    It 'comes for each gateway and provider' {
        (Get-AiGateway | Get-AiGatewayUrl -Provider openai, anthropic).Provider | Should -Be 'openai', 'anthropic', 'openai', 'anthropic'
    }

    It 'refuses a provider that does not exist' {
        { Get-AiGatewayUrl prod-api nothing -ErrorAction Stop } | Should -Throw -ErrorId 'ProviderNotFound*'
    }
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    Connect-AiGateway -Emulator
}

Describe 'Names' {
    It 'refuses <name> and proposes <proposal>' -TestCases @(
        @{ name = 'Prod API'; proposal = 'prod-api' }
        @{ name = 'prod--api'; proposal = 'prod-api' }
        @{ name = '../prod'; proposal = 'prod' }
        @{ name = 'prod%2eapi'; proposal = 'prod-2eapi' }
        @{ name = 'x' * 65; proposal = 'x' * 64 }
    ) {
        $problem = { New-AiGateway -Name $name -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidGatewayName*' -PassThru
        "$problem" | Should -BeLike "*Did you mean '$proposal'?*"
    }
}

Describe 'Settings' {
    It 'refuses <why>' -TestCases @(
        @{ why = 'a negative cache TTL'; settings = @{ CacheTtl = -1 }; says = 'out of range' }
        @{ why = 'a cache TTL of two months'; settings = @{ CacheTtl = 5184000 }; says = 'one month' }
        @{ why = 'a rate limit without interval'; settings = @{ RateLimitingLimit = 100 }; says = 'RateLimitingInterval' }
        @{ why = 'an unknown technique'; settings = @{ RateLimitingTechnique = 'Leaky' }; says = 'Fixed, Sliding' }
        @{ why = 'null for a flag'; settings = @{ CollectLogs = $null }; says = 'cannot be null' }
        @{ why = 'a wrong guardrail'; settings = @{ Guardrails = @{ Prompt = @{ S99 = 'Block' } } }; says = "no key 'S99'. Legal keys: P1, S1" }
        @{ why = 'a Stripe key as plain text'; settings = @{ Stripe = @{ Authorization = 'x' } }; says = 'is a secret' }
    ) {
        $problem = { New-AiGateway -Name bad-api @settings -ErrorAction Stop } | Should -Throw -PassThru
        "$problem" | Should -BeLike "*$says*"
        Get-AiGateway bad-* | Should -BeNullOrEmpty
    }
}

Describe 'Connections' {
    AfterAll { Connect-AiGateway -Emulator }

    It 'refuses a token as plain text and names the ways that work' {
        $problem = { Connect-AiGateway -ApiToken 'plain-text' } | Should -Throw -PassThru
        "$problem" | Should -BeLike '*Get-Secret*Read-Host -AsSecureString*CLOUDFLARE_API_TOKEN*'
    }

    It 'refuses http on a public host' {
        { Connect-AiGateway -BaseUri http://api.example.com -ApiToken (ConvertTo-SecureString x -AsPlainText -Force) } |
            Should -Throw -ErrorId 'NotConnected*'
    }

    It 'refuses an account id of the wrong length' {
        $problem = { Connect-AiGateway -AccountId 1234 -Emulator } | Should -Throw -PassThru
        "$problem" | Should -BeLike '*32 hexadecimal digits*'
    }

    It 'says what to do without a connection' {
        Disconnect-AiGateway
        $problem = { Get-AiGateway } | Should -Throw -ErrorId 'NotConnected*' -PassThru
        "$problem" | Should -BeLike '*Connect-AiGateway*CLOUDFLARE_API_TOKEN*'
    }
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $key = ConvertTo-SecureString 'sk-of-a-provider' -AsPlainText
}

Describe 'Chats' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway -CacheTtl 3600 -CollectLogs $true | Out-Null
    }

    It 'answers a prompt with text, tokens and a log row' {
        $answer = Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'Hello there'
        $answer.Text | Should -Be 'gpt-5-mini: Hello there'
        "$answer" | Should -Be 'gpt-5-mini: Hello there'
        $answer.Usage.TotalTokens | Should -BeGreaterThan 3
        $row = $answer | Get-AiGatewayLog
        $row.Model | Should -Be 'gpt-5-mini'
        $row.Cost | Should -BeGreaterThan 0
    }

    It 'asks once per piped prompt' {
        'one', 'two', 'three' | Invoke-AiGatewayChat prod-api openai/gpt-5-mini -Raw | Should -Be 'gpt-5-mini: one', 'gpt-5-mini: two', 'gpt-5-mini: three'
        (Get-AiGatewayLog prod-api).Count | Should -Be 3
    }

    It 'asks for each row of a CSV file' {
        "Id,Prompt`n1,first`n2,second" | ConvertFrom-Csv | Invoke-AiGatewayChat prod-api openai/gpt-5-mini -Raw | Should -Be 'gpt-5-mini: first', 'gpt-5-mini: second'
    }

    It 'streams the same answer from <Model>' -ForEach @(
        @{ Model = 'openai/gpt-5-mini' }
        @{ Model = 'anthropic/claude-haiku-4-5' }
        @{ Model = 'google/gemini-2.5-flash' }
        @{ Model = '@cf/meta/llama-3.1-8b-instruct' }
    ) {
        $whole = Invoke-AiGatewayChat prod-api $Model 'Grüezi mitenand' -Raw -SkipCache
        $pieces = Invoke-AiGatewayChat prod-api $Model 'Grüezi mitenand' -Stream -SkipCache
        $pieces.Count | Should -BeGreaterThan 2
        -join $pieces | Should -Be $whole
        -join (Invoke-AiGatewayChat prod-api $Model 'Grüezi mitenand' -Stream -Raw -SkipCache -Surface Compat) | Should -BeLike '*Grüezi mitenand'
    }

    It 'sends a key of the provider to the provider' {
        Invoke-AiGatewayChat prod-api anthropic/claude-haiku-4-5 'Hello' -ProviderKey $key | ForEach-Object Surface | Should -Be 'Native'
        { Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'Hello' -ProviderKey (ConvertTo-SecureString 'wrong-key' -AsPlainText) } | Should -Throw '*openai did not accept the key*'
    }

    It 'gives JSON as an object' {
        $schema = @{ type = 'object'; properties = @{ city = @{ type = 'string' }; inhabitants = @{ type = 'integer' } } }
        $answer = Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'Berne' -ResponseFormat $schema -AsObject
        $answer.city | Should -Be 'Berne'
        $answer.inhabitants | Should -BeOfType [long]
    }

    It 'lets the automatic router choose from what is allowed, and says why' {
        $answer = Invoke-AiGatewayChat prod-api cloudflare/auto 'Hello' -AllowedModel google-ai-studio/*
        $answer.Provider | Should -Be 'google-ai-studio'
        $answer.RoutingReason | Should -Be 'forced_by_candidate_pool'
        { Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'Hello' -TurnId 1 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidCallOption*'
    }

    It 'completes custom providers and routes of the gateway' {
        New-AiGatewayCustomProvider inhouse -BaseUrl https://llm.example.com -Enable $true | Out-Null
        $line = 'Invoke-AiGatewayChat prod-api cus'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'custom-inhouse/'
        $line = 'Invoke-AiGatewayRequest prod-api groq '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'chat/completions'
    }

    It 'carries a conversation on' {
        $first = Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'Remember 7'
        Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'What was it?' -System 'Be brief.' -Message 'Remember 7', $first -Raw | Should -BeLike 'gpt-5-mini:*'
    }

    It 'sends nothing under -WhatIf' {
        Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'Hello' -WhatIf
        Invoke-AiGatewayRequest prod-api openai models -WhatIf
        Get-AiGatewayLog prod-api | Should -BeNullOrEmpty
    }

    It 'answers from the cache the second time, and not with -SkipCache' {
        Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'again' | ForEach-Object CacheStatus | Should -Be 'MISS'
        Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'again' | ForEach-Object CacheStatus | Should -Be 'HIT'
        Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'again' -SkipCache | ForEach-Object CacheStatus | Should -Not -Be 'HIT'
    }

    It 'catches failures by reason' {
        try {
            Invoke-AiGatewayChat prod-api mistral/mistral-small-latest 'Hello' -ErrorAction Stop
        }
        catch [CloudflareAiGateway.AiGatewayException] {
            $_.Exception.Reason | Should -Be 'CreditsMissing'
            return
        }

        throw 'There was no error.'
    }

    It 'refuses a key as plain text with the ways that work' {
        { Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'Hello' -ProviderKey 'sk-123' } | Should -Throw '*Get-Secret*'
    }

    It 'proposes what was probably meant' {
        { Invoke-AiGatewayChat prod-api opnai/gpt-5 'Hello' } | Should -Throw "*Did you mean 'openai'*"
    }

    It 'runs in parallel' {
        $connection = Get-AiGatewayConnection
        $answers = 1..16 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:manifest
            Invoke-AiGatewayChat prod-api openai/gpt-5-mini "number $_" -Connection $using:connection -Raw
        }
        $answers | Sort-Object | Should -Be (1..16 | ForEach-Object { "gpt-5-mini: number $_" } | Sort-Object)
    }
}

Describe 'Other calls' {
    BeforeEach {
        Connect-AiGateway -Emulator
        New-AiGateway prod-api -CollectLogs $true | Out-Null
    }

    It 'takes objects, text and bytes as the body' {
        $body = @{ model = 'gpt-5-mini'; messages = @(@{ role = 'user'; content = 'hi' }) }
        foreach ($form in $body, ($body | ConvertTo-Json -Depth 5), [Text.Encoding]::UTF8.GetBytes(($body | ConvertTo-Json -Depth 5)), ($body | ConvertTo-Json -Depth 5 | ConvertFrom-Json)) {
            $more = if ($form -is [byte[]]) { @{ ContentType = 'application/json' } } else { @{} }
            (Invoke-AiGatewayRequest prod-api openai chat/completions -Body $form @more).Content.choices[0].message.content | Should -Be 'gpt-5-mini: hi'
        }
    }

    It 'writes binary answers into a file' {
        $file = Join-Path $TestDrive 'hello.wav'
        $answer = Invoke-AiGatewayRequest prod-api openai audio/speech -OutFile $file -Body @{ model = 'gpt-4o-mini-tts'; input = 'hi'; voice = 'alloy' }
        (Get-Item $file).Length | Should -Be $answer.Length
        { Invoke-AiGatewayRequest prod-api openai models -OutFile (Join-Path $TestDrive 'missing/x.json') } | Should -Throw '*no folder*'
    }

    It 'names the step that answered' {
        $answer = Invoke-AiGatewayRequest prod-api -Step @{ Provider = 'mistral'; Endpoint = 'v1/chat/completions'; Query = @{ model = 'x' } }, @{ Provider = 'workers-ai'; Endpoint = '@cf/meta/llama-3.1-8b-instruct'; Query = @{ prompt = 'hi' } }
        $answer.Step | Should -Be 1
        $answer.Provider | Should -Be 'workers-ai'
    }

    It 'tells which models work, and what they cost' {
        $tests = Get-AiGateway | Test-AiGatewayModel -Model openai/gpt-5-mini, mistral/mistral-small-latest
        $tests.Success | Should -Be $true, $false
        $tests[0].Cost | Should -BeGreaterThan 0
        $tests[1].Advice | Should -Not -BeNullOrEmpty
    }
}

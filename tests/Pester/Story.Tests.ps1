# The whole story of a gateway as an admin lives it, offline: each step builds on what the one before has made.
BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    Connect-AiGateway -Emulator
    $key = ConvertTo-SecureString sk-story -AsPlainText -Force
}

AfterAll {
    Disconnect-AiGateway
}

Describe 'From nothing to a bill' {
    It 'makes a gateway with a key' {
        New-AiGateway story-api -CacheTtl 300 -RateLimitingLimit 100 -RateLimitingInterval 60 | Out-Null
        $stored = New-AiGatewayProviderKey story-api openai -ApiKey $key
        $stored.GatewayId | Should -Be story-api
        (Get-AiGateway story-api).StoreId | Should -Not -BeNullOrEmpty
        Get-AiGatewaySecret | ForEach-Object Name | Should -Be 'story-api_openai_default'
    }

    It 'publishes a route with a fallback, after its checks' {
        $graph = @(
            New-AiGatewayRouteElement -Next main
            New-AiGatewayRouteElement main -Provider openai -Model gpt-4o-mini -Fallback spare
            New-AiGatewayRouteElement spare -Provider openai -Model gpt-4.1 -Fallback end
            New-AiGatewayRouteElement -End
        )
        $graph | Test-AiGatewayRoute -Quiet | Should -BeTrue
        (New-AiGatewayRoute story-api support $graph).Model | Should -Be 'dynamic/support'
    }

    It 'calls a model with the stored key, and the second time the cache answers' {
        $first = Invoke-AiGatewayChat story-api openai/gpt-4o-mini 'Say hello'
        $first.Text | Should -Be 'gpt-4o-mini: Say hello'
        $first.CacheStatus | Should -Be MISS
        (Invoke-AiGatewayChat story-api openai/gpt-4o-mini 'Say hello').CacheStatus | Should -Be HIT
    }

    It 'calls the route' {
        (Invoke-AiGatewayChat story-api dynamic/support 'Who are you?').Text | Should -BeLike '*Who are you?'
    }

    It 'streams the same text piece by piece' {
        $pieces = @(Invoke-AiGatewayChat story-api openai/gpt-4o-mini 'Count to three' -Stream -Raw)
        $pieces.Count | Should -BeGreaterThan 1
        -join $pieces | Should -Be 'gpt-4o-mini: Count to three'
    }

    It 'has each call in its log, with tokens and cost' {
        $rows = @(Get-AiGatewayLog story-api)
        $rows.Count | Should -Be 4
        ($rows | Where-Object Cached).Count | Should -Be 1
        $rows | ForEach-Object TokensIn | Should -Not -Contain $null
        $measure = Measure-AiGatewayLog story-api -Property Cost
        $measure.Statistics.Cost.Sum | Should -BeGreaterThan 0
        (Get-AiGatewayLogPayload story-api $rows[-1].Id -Kind Request).Text | Should -BeLike '*Say hello*'
    }

    It 'stops a spender, and says who stopped whom' {
        New-AiGatewaySpendRule story-api -Limit 0.000001 -Window ([timespan]'1:00') | Out-Null
        { Invoke-AiGatewayChat story-api openai/gpt-4o-mini 'One more' -ErrorAction Stop } | Should -Throw -ErrorId 'SpendLimited,*'
    }

    It 'goes with all that is in it' {
        Remove-AiGateway story-api -Confirm:$false
        New-AiGateway story-api | Out-Null
        Get-AiGatewayRoute story-api | Should -BeNullOrEmpty
        Get-AiGatewayProviderKey story-api | Should -BeNullOrEmpty
        Get-AiGatewayLog story-api | Should -BeNullOrEmpty
    }
}

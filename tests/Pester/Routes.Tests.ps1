BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1

    function New-Graph($Model = 'gpt-4o-mini') {
        New-AiGatewayRouteElement -Next main
        New-AiGatewayRouteElement main -Provider openai -Model $Model -Fallback spare
        New-AiGatewayRouteElement spare -Provider workers-ai -Model '@cf/meta/llama-3.1-8b-instruct' -Fallback end
        New-AiGatewayRouteElement -End
    }

    function Get-DeployedModel($Name = 'support') {
        ((Get-AiGatewayRoute prod-api $Name).Elements | Where-Object Id -eq main).Model
    }
}

Describe 'A route from its first version to its last' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'staging-api' | New-AiGateway | Out-Null
        New-AiGatewayRoute prod-api support (New-Graph) | Out-Null
    }

    It 'is called by its model name' {
        (Get-AiGatewayRoute prod-api).Model | Should -Be 'dynamic/support'
    }

    It 'keeps a changed graph as a version until it is published' {
        Set-AiGatewayRoute prod-api support -Element (New-Graph gpt-4.1)
        Get-DeployedModel | Should -Be gpt-4o-mini
        (Get-AiGatewayRouteVersion prod-api support).Active | Should -Be $false, $true
        Publish-AiGatewayRoute prod-api support
        Get-DeployedModel | Should -Be gpt-4.1
    }

    It 'sends nothing for the same graph, whatever its order' {
        $graph = New-Graph
        [array]::Reverse($graph)
        $verbose = Set-AiGatewayRoute prod-api support -Element $graph -Publish -Verbose 4>&1
        "$verbose" | Should -Match 'nothing was sent'
        @(Get-AiGatewayRouteVersion prod-api support).Count | Should -Be 1
    }

    It 'completes a run that broke off' {
        Set-AiGatewayRoute prod-api support -Element (New-Graph gpt-4.1)
        Set-AiGatewayRoute prod-api support -Element (New-Graph gpt-4.1) -Publish
        @(Get-AiGatewayRouteVersion prod-api support).Count | Should -Be 2
        Get-DeployedModel | Should -Be gpt-4.1
    }

    It 'changes an element in place' {
        $elements = (Get-AiGatewayRoute prod-api support).Elements
        ($elements | Where-Object Id -eq main).Timeout = 5000
        ($elements | Where-Object Id -eq main).Outputs.fallback = 'end'
        $elements = $elements | Where-Object Id -ne spare
        $route = Set-AiGatewayRoute prod-api support -Element $elements -Publish -PassThru
        $route.Elements.Id | Should -Be start, main, end
    }

    It 'changes nothing under -WhatIf, and shows the route as it would be' {
        $route = Set-AiGatewayRoute prod-api support -NewName helpdesk -Element (New-Graph gpt-4.1) -Publish -WhatIf -PassThru
        $route.Name | Should -Be helpdesk
        ($route.Elements | Where-Object Id -eq main).Model | Should -Be gpt-4.1
        Get-DeployedModel | Should -Be gpt-4o-mini
    }

    It 'goes back, and forth again' {
        Set-AiGatewayRoute prod-api support -Element (New-Graph gpt-4.1) -Publish
        $back = Restore-AiGatewayRoute prod-api support
        $back.VersionId | Should -Be (Get-AiGatewayRouteVersion prod-api support)[-1].VersionId
        Get-DeployedModel | Should -Be gpt-4o-mini
        Restore-AiGatewayRoute prod-api support | Out-Null
        Get-DeployedModel | Should -Be gpt-4.1
    }

    It 'has nothing to go back to at first' {
        { Restore-AiGatewayRoute prod-api support -ErrorAction Stop } | Should -Throw -ErrorId 'NoEarlierDeployment*'
    }

    It 'refuses a version of another route' {
        $other = New-AiGatewayRoute prod-api other (New-Graph)
        { Publish-AiGatewayRoute prod-api support -Version $other.DeployedVersionId -ErrorAction Stop } | Should -Throw -ErrorId 'RouteVersionNotFound*'
    }

    It 'is removed from the pipeline' {
        Get-AiGateway | Get-AiGatewayRoute | Remove-AiGatewayRoute -Confirm:$false
        Get-AiGatewayRoute prod-api | Should -BeNullOrEmpty
    }
}

Describe 'Graphs' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'staging-api' | New-AiGateway | Out-Null
    }

    It 'come from a file and go back to one' {
        $path = Join-Path $TestDrive 'route.json'
        @'
[
  // the documentation's own form
  { "id": "start", "type": "start", "outputs": { "next": { "elementId": "split" } } },
  { "id": "split", "type": "percentage", "outputs": { "10%": { "elementId": "new" }, "else": { "elementId": "old" } } },
  { "id": "new", "type": "model", "properties": { "provider": "openai", "model": "gpt-5", "timeout": 60000, "retries": 4 },
    "outputs": { "success": { "elementId": "end" }, "fallback": { "elementId": "old" } } },
  { "id": "old", "type": "model", "properties": { "provider": "openai", "model": "gpt-4o", "timeout": 60000, "retries": 4 },
    "outputs": { "success": { "elementId": "end" }, "fallback": { "elementId": "end" } } },
  { "id": "end", "type": "end" },
]
'@ | Set-Content $path
        $route = New-AiGatewayRoute prod-api split (Get-Content $path)
        ($route.Elements | Where-Object Id -eq split).Outputs.Keys | Should -Be '10%', '90%'

        $route | ConvertTo-Json -Depth 9 | Set-Content $path
        $copy = New-AiGatewayRoute staging-api split (Get-Content $path -Raw)
        ($copy.Elements | Where-Object Id -eq new).Retries | Should -Be 4
    }

    It 'are copied to another gateway' {
        'a', 'b' | ForEach-Object { New-AiGatewayRoute prod-api $_ (New-Graph) | Out-Null }
        Get-AiGatewayRoute prod-api | New-AiGatewayRoute -Gateway staging-api | Out-Null
        (Get-AiGatewayRoute staging-api).Name | Sort-Object | Should -Be a, b
    }

    It 'survive a job' {
        New-AiGatewayRoute prod-api support (New-Graph) | Out-Null
        $file = Join-Path $TestDrive 'route.clixml'
        Get-AiGatewayRoute prod-api support | Export-Clixml $file
        Import-Clixml $file | New-AiGatewayRoute -Gateway staging-api | Out-Null
        $verbose = Set-AiGatewayRoute staging-api support -Element (New-Graph) -Verbose 4>&1
        "$verbose" | Should -Match 'nothing was sent'
    }

    It 'refuses <why>' -TestCases @(
        @{ why = 'a cycle'; says = '*main (Cycle)*'; graph = '[{"id":"start","type":"start","outputs":{"next":"main"}},{"id":"main","type":"model","provider":"p","model":"m","outputs":{"success":"main","fallback":"end"}},{"id":"end","type":"end"}]' }
        @{ why = 'shares of 90 %'; says = '*split (ShareSum): The shares make 90 %*'; graph = '[{"id":"start","type":"start","outputs":{"next":"split"}},{"id":"split","type":"percentage","outputs":{"40%":"end","50%":"end"}},{"id":"end","type":"end"}]' }
        @{ why = 'an element that points nowhere'; says = "*start (UnknownReference): The output 'next' leads to 'none'*"; graph = '[{"id":"start","type":"start","outputs":{"next":"none"}},{"id":"end","type":"end"}]' }
        @{ why = 'a limit without a window'; says = '*cap (MissingProperty): window is missing*'; graph = '[{"id":"start","type":"start","outputs":{"next":"cap"}},{"id":"cap","type":"rate","key":"k","limit":5,"limitType":"count","outputs":{"success":"end","fallback":"end"}},{"id":"end","type":"end"}]' }
    ) {
        $problem = { New-AiGatewayRoute prod-api bad $graph -ErrorAction Stop -WarningAction Ignore } | Should -Throw -ErrorId 'InvalidRouteGraph*' -PassThru
        "$problem" | Should -BeLike $says
        Get-AiGatewayRoute prod-api | Should -BeNullOrEmpty
    }

    It 'says where a text is no JSON' {
        $problem = { New-AiGatewayRoute prod-api bad "[`n  { `"id`" 5 }`n]" } | Should -Throw -PassThru
        "$problem" | Should -BeLike '*line 2, column 10*'
    }

    It 'names a wrong key and the legal ones' {
        $problem = { New-AiGatewayRoute prod-api bad @{ id = 'start'; type = 'start'; ouputs = @{ next = 'end' } } } | Should -Throw -PassThru
        "$problem" | Should -BeLike "*('start') has no key 'ouputs'. Did you mean 'outputs'? Legal keys: id, type, properties, outputs*"
    }

    It 'warns of a model without a fallback' {
        New-AiGatewayRoute prod-api bare @(
            New-AiGatewayRouteElement -Next main
            New-AiGatewayRouteElement main -Provider openai -Model gpt-4o
            New-AiGatewayRouteElement -End
        ) -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        "$warnings" | Should -BeLike '*main (MissingFallback)*'
    }
}

Describe 'The check alone' {
    It 'needs no connection and gives objects' {
        Disconnect-AiGateway
        $graph = New-Graph
        $graph | Test-AiGatewayRoute | Should -BeNullOrEmpty
        Test-AiGatewayRoute -Element $graph -Quiet | Should -BeTrue
        $graph[1].Outputs.fallback = 'nowhere'
        $findings = Test-AiGatewayRoute -Element $graph
        ($findings | Where-Object Severity -eq Error).Rule | Should -Be UnknownReference
        ($findings | Where-Object Severity -eq Warning).Element | Should -Be spare
        $graph | Test-AiGatewayRoute -Quiet | Should -BeFalse
    }
}

# Log rows as an admin uses them: who called what, what it cost, what was cached; judged, cleared away, exported, summed up.
BeforeDiscovery {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    Connect-AiGateway -Emulator
    $key = ConvertTo-SecureString sk-logs -AsPlainText -Force

    # 60 calls of two teams: more than a page. Some share a millisecond, and the order of those means nothing.
    function New-Calls([string] $Gateway) {
        New-AiGateway $Gateway | Out-Null
        1..55 | ForEach-Object { "question $_" } |
            Invoke-AiGatewayChat $Gateway openai/gpt-4o-mini -ProviderKey $key -Metadata @{ team = 'web'; release = 7 } | Out-Null
        1..5 | ForEach-Object { "order $_" } |
            Invoke-AiGatewayChat $Gateway workers-ai/@cf/meta/llama-3.1-8b-instruct -Metadata @{ team = 'ops'; release = 7 } | Out-Null
    }

    New-Calls prod-api
}

AfterAll {
    Disconnect-AiGateway
}

Describe 'Get-AiGatewayLog' {
    It 'gives every row once, newest first, and oldest first when asked' {
        $rows = @(Get-AiGatewayLog prod-api)
        $rows.Count | Should -Be 60
        ($rows.Id | Sort-Object -Unique).Count | Should -Be 60
        $rows.CreatedAt | Should -Be ($rows.CreatedAt | Sort-Object -Descending)
        $oldestFirst = @(Get-AiGatewayLog prod-api -Ascending)
        $oldestFirst.CreatedAt | Should -Be ($rows.CreatedAt | Sort-Object)
        $oldestFirst.Id | Sort-Object | Should -Be ($rows.Id | Sort-Object)
    }

    It 'gives the same with several pages under way' {
        $ids = (Get-AiGatewayLog prod-api).Id | Sort-Object
        (Get-AiGatewayLog prod-api -ThrottleLimit 4).Id | Sort-Object | Should -Be $ids
    }

    It 'asks once when three are wanted' {
        $messages = @(Get-AiGatewayLog prod-api -Verbose 4>&1 | Select-Object -First 4)
        @($messages | Where-Object { $_ -is [Management.Automation.VerboseRecord] }).Count | Should -Be 1
    }

    It 'filters by <Name>' -ForEach @(
        @{ Name = 'provider'; Condition = @{ Provider = 'workers-ai' }; Count = 5 }
        @{ Name = 'model'; Condition = @{ Model = 'gpt-4o-mini' }; Count = 55 }
        @{ Name = 'success'; Condition = @{ Success = $false }; Count = 0 }
        @{ Name = 'metadata'; Condition = @{ Metadata = @{ team = 'ops' } }; Count = 5 }
        @{ Name = 'metadata, name and value together'; Condition = @{ Metadata = @{ release = 'ops' } }; Count = 0 }
        @{ Name = 'a minute that is over'; Condition = @{ Before = [DateTime]::Now.AddMinutes(-5) }; Count = 0 }
        @{ Name = 'a minute that began'; Condition = @{ After = [DateTime]::Now.AddMinutes(-5) }; Count = 60 }
        @{ Name = 'the highest cost'; Condition = @{ MaximumCost = 0 }; Count = 0 }
        @{ Name = 'a filter'; Condition = @{ Filter = New-AiGatewayLogFilter provider -Operator Neq -Value openai }; Count = 5 }
    ) {
        @(Get-AiGatewayLog prod-api @Condition).Count | Should -Be $Count
    }

    It 'takes gateways from the pipeline' {
        @(Get-AiGateway prod-* | Get-AiGatewayLog -Provider workers-ai).Count | Should -Be 5
    }

    It 'takes skip, first and the total count' {
        $all = (Get-AiGatewayLog prod-api).Id
        (Get-AiGatewayLog prod-api -Skip 48 -First 4).Id | Should -Be $all[48..51]
        $count, $row = Get-AiGatewayLog prod-api -First 1 -IncludeTotalCount
        $count | Should -Be 60
        $row.Id | Should -Be $all[0]
    }

    It 'follows: a new row comes once, an old one never' {
        $connection = Get-AiGatewayConnection
        $job = Start-ThreadJob {
            Import-Module $using:manifest
            Get-AiGatewayLog prod-api -Follow -IntervalSec 1 -First 2 -Connection $using:connection
        }
        try {
            Start-Sleep -Milliseconds 1500
            'late one', 'late two' | Invoke-AiGatewayChat prod-api openai/gpt-4o-mini -ProviderKey $key -Metadata @{ team = 'web' } | Out-Null
            $new = @($job | Wait-Job -Timeout 60 | Receive-Job)
        }
        finally {
            $job | Remove-Job -Force
        }

        $newest = (Get-AiGatewayLog prod-api -First 2).Id
        $new.Id | Sort-Object | Should -Be ($newest | Sort-Object)
        Get-AiGatewayLog prod-api -First 2 | ForEach-Object { Remove-AiGatewayLog prod-api -LogId $_.Id -Confirm:$false }
    }

    It 'says that a gateway does not exist, and what might be meant' {
        { Get-AiGatewayLog prod-apo -ErrorAction Stop } | Should -Throw -ErrorId 'GatewayNotFound,*'
    }
}

Describe 'Bodies' {
    It 'gives request and response as text and parsed' {
        $bodies = @(Get-AiGatewayLog prod-api -Provider workers-ai -First 1 | Get-AiGatewayLogPayload -Kind Both)
        $bodies.Kind | Should -Be Request, Response
        $bodies[0].Text | Should -BeLike '*order *'
        $bodies[0].Content.model | Should -Be '@cf/meta/llama-3.1-8b-instruct'
    }

    It 'gives nothing for a body that was not kept' {
        $row = Invoke-AiGatewayChat prod-api workers-ai/@cf/meta/llama-3.1-8b-instruct secret -CollectLogPayload $false
        Get-AiGatewayLogPayload prod-api $row.LogId | Should -BeNullOrEmpty
        Remove-AiGatewayLog prod-api -LogId $row.LogId -Confirm:$false
    }
}

Describe 'Set-AiGatewayLog' {
    It 'rates rows from the pipeline' {
        Get-AiGatewayLog prod-api -First 3 | Set-AiGatewayLog -Feedback Positive -Score 90
        @(Get-AiGatewayLog prod-api -Feedback Positive).Count | Should -Be 3
        Get-AiGatewayLog prod-api -Feedback Positive | Set-AiGatewayLog -Feedback None
        @(Get-AiGatewayLog prod-api -Feedback Positive).Count | Should -Be 0
    }

    It 'changes nothing with -WhatIf' {
        Get-AiGatewayLog prod-api -First 1 | Set-AiGatewayLog -Feedback Negative -WhatIf
        @(Get-AiGatewayLog prod-api -Feedback Negative).Count | Should -Be 0
    }
}

Describe 'Remove-AiGatewayLog' {
    BeforeAll {
        New-Calls old-api
    }

    It 'counts first, and says so with -WhatIf' {
        Remove-AiGatewayLog old-api -Provider openai -Limit 20 -WhatIf
        @(Get-AiGatewayLog old-api).Count | Should -Be 60
    }

    It 'removes the oldest that match, up to the limit' {
        $all = @(Get-AiGatewayLog old-api -Provider openai)
        Remove-AiGatewayLog old-api -Provider openai -Limit 20 -Confirm:$false
        $left = @(Get-AiGatewayLog old-api -Provider openai)
        $left.Count | Should -Be 35
        $gone = $all | Where-Object Id -NotIn $left.Id
        ($gone.CreatedAt | Sort-Object)[-1] | Should -BeLessOrEqual ($left.CreatedAt | Sort-Object)[0]
    }

    It 'removes rows from the pipeline' {
        Get-AiGatewayLog old-api -Provider workers-ai | Remove-AiGatewayLog -Confirm:$false
        @(Get-AiGatewayLog old-api).Count | Should -Be 35
    }

    It 'wants to hear it when all are meant' {
        { Remove-AiGatewayLog old-api -Confirm:$false -ErrorAction Stop } | Should -Throw
        Remove-AiGatewayLog old-api -All -Confirm:$false
        @(Get-AiGatewayLog old-api).Count | Should -Be 0
    }
}

Describe 'Export-AiGatewayLog' {
    It 'writes all rows, oldest first, as <Name>' -ForEach @(
        @{ Name = 'rows.ndjson' }
        @{ Name = 'rows.csv' }
        @{ Name = 'rows.ndjson.gz' }
    ) {
        $path = Join-Path $TestDrive $Name
        $report = Export-AiGatewayLog prod-api -Path $path
        $report.Rows | Should -Be 60
        $report.Gaps | Should -Be 0
        $report.IsComplete | Should -BeTrue
        $lines = if ($Name -like '*.gz') {
            $reader = [IO.StreamReader]::new([IO.Compression.GZipStream]::new([IO.File]::OpenRead($path), [IO.Compression.CompressionMode]::Decompress))
            try { $reader.ReadToEnd() -split "`n" -ne '' } finally { $reader.Dispose() }
        }
        else { Get-Content $path }

        $ids = if ($Name -like '*.csv') { ($lines | ConvertFrom-Csv).id } else { ($lines | ConvertFrom-Json).id }
        $ids | Sort-Object | Should -Be ((Get-AiGatewayLog prod-api).Id | Sort-Object)
        Get-ChildItem $TestDrive | Where-Object Name -Like "$Name.?*" | Should -BeNullOrEmpty
    }

    It 'refuses to overwrite, and to resume what was not begun' {
        $path = Join-Path $TestDrive there.ndjson
        Set-Content $path mine
        { Export-AiGatewayLog prod-api -Path $path -ErrorAction Stop } | Should -Throw '*exists already*'
        { Export-AiGatewayLog prod-api -Path (Join-Path $TestDrive none.ndjson) -Resume -ErrorAction Stop } | Should -Throw
        Get-Content $path | Should -Be mine
    }
}

Describe 'Measure-AiGatewayLog' {
    It 'sums by provider and metadata' {
        $groups = Measure-AiGatewayLog prod-api -Property Cost, TokensIn -GroupBy Provider, Metadata.team
        $groups.Name | Should -Be 'openai / web', 'workers-ai / ops'
        $groups | ForEach-Object Count | Should -Be 55, 5
        $groups[0].Statistics.TokensIn.Sum | Should -Be ((Get-AiGatewayLog prod-api -Provider openai).TokensIn | Measure-Object -Sum).Sum
    }

    It 'takes rows from the pipeline' {
        (Get-AiGatewayLog prod-api -First 10 | Measure-AiGatewayLog -Property Duration).Count | Should -Be 10
    }
}

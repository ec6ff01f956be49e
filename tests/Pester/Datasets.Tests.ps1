BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

AfterAll {
    Disconnect-AiGateway
}

Describe 'Datasets and evaluations' {
    BeforeEach {
        Connect-AiGateway -Emulator
        'prod-api', 'dev-chat' | New-AiGateway | Out-Null
    }

    It 'saves a selection of logs and reads it back' {
        New-AiGatewayDataset prod-api failed-calls (New-AiGatewayLogFilter Success Eq $false) | Out-Null
        $dataset = Get-AiGatewayDataset prod-api failed-calls
        $dataset.Filters[0].Key | Should -Be 'Success'
        $dataset.Filters[0].Value | Should -Be $false
        $dataset.GatewayId | Should -Be 'prod-api'
    }

    It 'copies datasets to another gateway' {
        New-AiGatewayDataset prod-api slow -Filter @{ Key = 'Duration'; Operator = 'Gt'; Value = 2000 } | Out-Null
        $copy = Get-AiGatewayDataset prod-api slow | New-AiGatewayDataset -Gateway dev-chat -Name slow
        $copy.GatewayId | Should -Be 'dev-chat'
        "$($copy.Filters)" | Should -Be 'Duration Gt 2000'
    }

    It 'changes only what was asked, and says what it would do' {
        New-AiGatewayDataset prod-api slow -Filter @{ Key = 'Duration'; Operator = 'Gt'; Value = 2000 } | Out-Null
        Get-AiGatewayDataset prod-api | Set-AiGatewayDataset -Enable $false -WhatIf
        (Get-AiGatewayDataset prod-api slow).Enable | Should -BeTrue
        $changed = Set-AiGatewayDataset prod-api slow -Enable $false -PassThru
        $changed.Enable | Should -BeFalse
        $changed.Filters.Count | Should -Be 1
    }

    It 'makes one evaluation of piped datasets and gives its results later' {
        'a', 'b' | ForEach-Object { New-AiGatewayDataset prod-api $_ -Filter @() } | Out-Null
        $evaluation = Get-AiGatewayDataset prod-api | New-AiGatewayEvaluation -Name weekly
        $evaluation.Datasets.Name | Should -Be 'a', 'b'
        for ($i = 0; $i -lt 50 -and -not (Get-AiGatewayEvaluation prod-api weekly).Processed; $i++) { Start-Sleep -Milliseconds 200 }
        (Get-AiGatewayEvaluation prod-api weekly).Results.EvaluationTypeId | Should -Contain 'et_cost'
    }

    It 'removes what it lists' {
        'a', 'b' | ForEach-Object { New-AiGatewayDataset prod-api $_ -Filter @() } | New-AiGatewayEvaluation -Name weekly | Out-Null
        Get-AiGateway | Get-AiGatewayEvaluation | Remove-AiGatewayEvaluation -Confirm:$false
        Get-AiGateway | Get-AiGatewayDataset | Remove-AiGatewayDataset -Confirm:$false
        Get-AiGateway | Get-AiGatewayEvaluation | Should -BeNullOrEmpty
        Get-AiGateway | Get-AiGatewayDataset | Should -BeNullOrEmpty
    }

    It 'names the gateway that does not exist' {
        { Get-AiGatewayEvaluation gone-api -ErrorAction Stop } | Should -Throw -ErrorId 'GatewayNotFound*'
        { Get-AiGatewayDataset gone-api -ErrorAction Stop } | Should -Throw -ErrorId 'GatewayNotFound*'
    }

    It 'completes names within the gateway that was typed' {
        New-AiGatewayDataset prod-api failed-calls -Filter @() | Out-Null
        $line = 'Get-AiGatewayDataset prod-api fa'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'failed-calls'
    }
}

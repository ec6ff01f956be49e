BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

AfterAll {
    Disconnect-AiGateway
}

Describe 'Where logs are kept' {
    BeforeEach {
        Connect-AiGateway -Emulator
    }

    It 'reads the state' {
        (Get-AiGatewayLoggingState).Platform | Should -Be 'Gateway'
    }

    It 'moves nothing under -WhatIf' {
        Set-AiGatewayLoggingState -WhatIf
        (Get-AiGatewayLoggingState).Platform | Should -Be 'Gateway'
    }

    It 'moves once, and a second time is no error' {
        (Set-AiGatewayLoggingState -Confirm:$false -PassThru).Platform | Should -Be 'WorkersObservability'
        Set-AiGatewayLoggingState -Confirm:$false -ErrorAction Stop
        (Get-AiGatewayLoggingState).Platform | Should -Be 'WorkersObservability'
    }

    It 'knows no way back' {
        { Set-AiGatewayLoggingState Gateway -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidLoggingState*'
    }
}

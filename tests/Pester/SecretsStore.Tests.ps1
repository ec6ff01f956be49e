BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
    $value = ConvertTo-SecureString 'secret-0123456789' -AsPlainText -Force
}

Describe 'Secrets' {
    BeforeEach {
        Connect-AiGateway -Emulator
        New-AiGatewaySecretStore | Out-Null
        'one', 'two', 'three' | ForEach-Object { New-AiGatewaySecret $_ -Value $value -Comment "the $_" | Out-Null }
    }

    It 'needs no store id, as there is one store' {
        (Get-AiGatewaySecret).Name | Sort-Object | Should -Be 'one', 'three', 'two'
        (Get-AiGatewaySecret t*).Name | Sort-Object | Should -Be 'three', 'two'
        Get-AiGatewaySecret zzz* -ErrorAction Stop | Should -BeNullOrEmpty
        { Get-AiGatewaySecret four -ErrorAction Stop } | Should -Throw -ErrorId 'SecretNotFound*'
    }

    It 'shows the quota on the store' {
        (Get-AiGatewaySecretStore).SecretUsage | Should -Be 3
        Get-AiGatewaySecretStore | Out-String -Width 100 | Should -Match 'default_secrets_store\s+[0-9a-f]{32}\s+3 of 100'
    }

    It 'changes only what is given' {
        Get-AiGatewaySecret one | Set-AiGatewaySecret -Scopes AiGateway, Workers
        $secret = Get-AiGatewaySecret one
        $secret.Scopes | Should -Be 'AiGateway', 'Workers'
        $secret.Comment | Should -Be 'the one'
        "$(Set-AiGatewaySecret one -Comment 'the one' -Verbose 4>&1)" | Should -Match 'nothing was sent'
    }

    It 'copies without knowing the value' {
        (Copy-AiGatewaySecret one four).Comment | Should -Be 'the one'
        { Copy-AiGatewaySecret one two -ErrorAction Stop } | Should -Throw -ErrorId 'SecretExists*'
    }

    It 'deletes many in one call, and reports what is missing' {
        $verbose = Get-AiGatewaySecret | Remove-AiGatewaySecret -Confirm:$false -Verbose 4>&1
        @($verbose -match '^DELETE ').Count | Should -Be 1
        Get-AiGatewaySecret | Should -BeNullOrEmpty
        { Remove-AiGatewaySecret one -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'SecretNotFound*'
    }

    It 'has one store per account' {
        { New-AiGatewaySecretStore second -ErrorAction Stop } | Should -Throw -ErrorId 'SecretStoreExists*'
    }

    It 'deletes a store with secrets only by force' {
        { Remove-AiGatewaySecretStore default_secrets_store -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'SecretStoreNotEmpty*'
        Get-AiGatewaySecretStore | Remove-AiGatewaySecretStore -Force -Confirm:$false
        Get-AiGatewaySecretStore | Should -BeNullOrEmpty
    }

    It 'refuses a value over 64 KiB with its size' {
        $big = ConvertTo-SecureString ([string]::new([char] 233, 33280)) -AsPlainText -Force
        { New-AiGatewaySecret big -Value $big -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidSecretValue*'
        { New-AiGatewaySecret big -Value $big -ErrorAction Stop } | Should -Throw '*66*560 bytes*'
    }

    It 'takes a PSCredential' {
        (New-AiGatewaySecret five -Value ([pscredential]::new('anybody', $value))).Name | Should -Be 'five'
    }
}

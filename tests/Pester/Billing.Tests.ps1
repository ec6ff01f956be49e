BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1
}

AfterAll {
    Disconnect-AiGateway
}

Describe 'Credit' {
    BeforeEach {
        Connect-AiGateway -Emulator
    }

    It 'begins with what the emulator gives' {
        $credit = Get-AiGatewayCredit
        $credit.Balance | Should -Be 100
        $credit.Currency | Should -Be 'USD'
    }

    It 'is drawn on by calls without a key, and shows what they used' {
        New-AiGateway story-api -Authentication $true | Out-Null
        Invoke-AiGatewayChat story-api openai/gpt-4o 'Say hello' | Out-Null
        $used = 100 - (Get-AiGatewayCredit).Balance
        $used | Should -BeGreaterThan 0
        (Get-AiGatewayBillingUsage).Amount | Should -Be $used
        (Get-AiGatewayInvoice -Preview).AmountDue | Should -Be $used
        Get-AiGateway | Remove-AiGatewayLog -All -Confirm:$false
        (Get-AiGatewayCredit).Balance | Should -Be (100 - $used)
    }

    It 'charges nothing under -WhatIf' {
        Add-AiGatewayCredit 25 -WhatIf
        Get-AiGatewayTopUp | Should -BeNullOrEmpty
    }

    It 'buys, waits, and has an invoice for it' {
        $payment = Add-AiGatewayCredit 25.50 -Confirm:$false
        $payment.Status | Should -Be 'Completed'
        (Get-AiGatewayCredit).Balance | Should -Be 125.5
        (Get-AiGatewayInvoice).Id | Should -Be $payment.PaymentIntentId
    }

    It 'does not wait with -NoWait' {
        $payment = Add-AiGatewayCredit 10 -NoWait -Confirm:$false
        $payment.Status | Should -Be 'Pending'
        ($payment | Get-AiGatewayTopUp).PaymentIntentId | Should -Be $payment.PaymentIntentId
    }

    It 'refuses amounts that cannot be charged' {
        foreach ($amount in 9.99, 12.345, -5, 5000) {
            { Add-AiGatewayCredit $amount -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidAmount*'
        }

        # As the engine reads it, that would be 2550 dollars.
        { Add-AiGatewayCredit '25,50' -Confirm:$false -ErrorAction Stop } | Should -Throw '*with a point*'

        Get-AiGatewayTopUp | Should -BeNullOrEmpty
    }

    It 'says what may be bought' {
        $limits = Get-AiGatewayTopUp -Limits
        $limits.Minimum | Should -Be 10
        $limits.Eligible | Should -BeTrue
    }
}

Describe 'Usage and invoices' {
    BeforeEach {
        Connect-AiGateway -Emulator
    }

    It 'previews the current period' {
        (Get-AiGatewayInvoice -Preview).Status | Should -Be 'draft'
    }

    It 'wants times in order' {
        { Get-AiGatewayBillingUsage -After 2026-02-01 -Before 2026-01-01 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidTimeRange*'
        Get-AiGatewayBillingUsage -GroupBy Hour | Should -BeNullOrEmpty
    }
}

Describe 'What the API refuses to tokens' {
    BeforeEach {
        Connect-AiGateway -Emulator
    }

    It 'says where it is done instead: <Script>' -ForEach @(
        @{ Script = { Set-AiGatewaySpendingLimit 10 Monthly -ErrorAction Stop }; Place = '*New-AiGatewaySpendRule*' }
        @{ Script = { Set-AiGatewayAutoTopUp 50 5 -Confirm:$false -ErrorAction Stop }; Place = '*Credits Available*' }
    ) {
        try {
            & $Script
            $problem = $null
        } catch [CloudflareAiGateway.AiGatewayException] {
            $problem = $_
        }

        $problem.FullyQualifiedErrorId | Should -BeLike 'NotAvailable*'
        $problem.Exception.RecommendedAction | Should -BeLike $Place
    }

    It 'leaves alone what is not there' {
        Remove-AiGatewaySpendingLimit -Confirm:$false -ErrorAction Stop
        Remove-AiGatewayAutoTopUp -Confirm:$false -ErrorAction Stop
        (Get-AiGatewaySpendingLimit).Enabled | Should -BeFalse
        (Get-AiGatewayAutoTopUp).Enabled | Should -BeFalse
    }
}

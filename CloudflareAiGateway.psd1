@{
    RootModule           = 'CloudflareAiGateway.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '5c1f0c0e-6b0f-4a5e-9d52-3a8e7f0b9c61'
    Author               = 'The CloudflareAiGateway authors'
    CompanyName          = 'The CloudflareAiGateway authors'
    Copyright            = '(c) The CloudflareAiGateway authors. MIT licence.'
    Description          = 'Manage Cloudflare AI Gateway from PowerShell: create, read, change and delete gateways in pipelines, with safe partial updates, retries that never do a thing twice, respect for the API quota, and an offline emulator for tests. Not a Cloudflare product.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @(
        'Connection.Format.ps1xml'
        'Gateways.Format.ps1xml'
        'Logs.Format.ps1xml'
        'Routes.Format.ps1xml'
        'Datasets.Format.ps1xml'
        'Evaluations.Format.ps1xml'
        'LoggingState.Format.ps1xml'
        'SpendRules.Format.ps1xml'
        'Billing.Format.ps1xml'
    )
    TypesToProcess       = @(
        'Connection.Types.ps1xml'
        'Gateways.Types.ps1xml'
        'Logs.Types.ps1xml'
        'Routes.Types.ps1xml'
        'Datasets.Types.ps1xml'
        'Evaluations.Types.ps1xml'
        'SpendRules.Types.ps1xml'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        # Connection
        'Connect-AiGateway'
        'Disconnect-AiGateway'
        'Get-AiGatewayAccount'
        'Get-AiGatewayConnection'
        'Test-AiGatewayConnection'
        # Gateways
        'Get-AiGateway'
        'New-AiGateway'
        'Set-AiGateway'
        'Remove-AiGateway'
        # Logs
        'Get-AiGatewayLog'
        'Get-AiGatewayLogPayload'
        'New-AiGatewayLogFilter'
        'Set-AiGatewayLog'
        'Remove-AiGatewayLog'
        'Export-AiGatewayLog'
        'Measure-AiGatewayLog'
        # Routes
        'Get-AiGatewayRoute'
        'New-AiGatewayRoute'
        'Set-AiGatewayRoute'
        'Remove-AiGatewayRoute'
        'Get-AiGatewayRouteVersion'
        'Get-AiGatewayRouteDeployment'
        'Publish-AiGatewayRoute'
        'Restore-AiGatewayRoute'
        'Test-AiGatewayRoute'
        'New-AiGatewayRouteElement'
        # Datasets, evaluations
        'Get-AiGatewayDataset'
        'New-AiGatewayDataset'
        'Set-AiGatewayDataset'
        'Remove-AiGatewayDataset'
        'Get-AiGatewayEvaluation'
        'New-AiGatewayEvaluation'
        'Remove-AiGatewayEvaluation'
        'Get-AiGatewayEvaluator'
        # Logging state
        'Get-AiGatewayLoggingState'
        'Set-AiGatewayLoggingState'
        # Spend rules, guardrails, data loss prevention, tracing
        'Get-AiGatewaySpendRule'
        'New-AiGatewaySpendRule'
        'Set-AiGatewaySpendRule'
        'Remove-AiGatewaySpendRule'
        'New-AiGatewayGuardrail'
        'New-AiGatewayDlpPolicy'
        'New-AiGatewayOtelExporter'
        # Billing
        'Get-AiGatewayCredit'
        'Add-AiGatewayCredit'
        'Get-AiGatewayTopUp'
        'Get-AiGatewayAutoTopUp'
        'Set-AiGatewayAutoTopUp'
        'Remove-AiGatewayAutoTopUp'
        'Get-AiGatewayInvoice'
        'Get-AiGatewayBillingUsage'
        'Get-AiGatewaySpendingLimit'
        'Set-AiGatewaySpendingLimit'
        'Remove-AiGatewaySpendingLimit'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Cloudflare', 'AI', 'AIGateway', 'LLM', 'OpenAI', 'Anthropic', 'WorkersAI', 'Gateway', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'First version: connection, its doctor, gateways, emulator. See CHANGELOG.md in the module folder.'
        }
    }
}

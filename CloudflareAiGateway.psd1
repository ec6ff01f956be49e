@{
    RootModule           = 'CloudflareAiGateway.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '5c1f0c0e-6b0f-4a5e-9d52-3a8e7f0b9c61'
    Author               = 'The CloudflareAiGateway authors'
    CompanyName          = 'The CloudflareAiGateway authors'
    Copyright            = '(c) The CloudflareAiGateway authors. MIT licence.'
    Description          = 'Manage and use Cloudflare AI Gateway from PowerShell: gateways, provider keys, dynamic routes, logs, prices, spending and calls to models as objects in pipelines, with safe partial updates, retries that never do a thing twice, respect for the API quota, and an offline emulator for tests. Not a Cloudflare product.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('CloudflareAiGateway.Format.ps1xml')
    TypesToProcess       = @('CloudflareAiGateway.Types.ps1xml')
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
        # Addresses, custom providers, prices, domains
        'Get-AiGatewayUrl'
        'Get-AiGatewayCustomProvider'
        'New-AiGatewayCustomProvider'
        'Set-AiGatewayCustomProvider'
        'Remove-AiGatewayCustomProvider'
        'Get-AiGatewayModelPrice'
        'New-AiGatewayModelPrice'
        'Set-AiGatewayModelPrice'
        'Remove-AiGatewayModelPrice'
        'Get-AiGatewayDomain'
        'New-AiGatewayDomain'
        'Remove-AiGatewayDomain'
        # Calls
        'Invoke-AiGatewayChat'
        'Invoke-AiGatewayRequest'
        'Test-AiGatewayModel'
        # Providers
        'Get-AiGatewayProvider'
        # Settings for others
        'Get-AiGatewayClientConfig'
        'Export-AiGatewayWranglerConfig'
        'Test-AiGatewayWranglerConfig'
        'Get-AiGatewayTokenTemplate'
        # Provider keys
        'Get-AiGatewayProviderKey'
        'New-AiGatewayProviderKey'
        'Set-AiGatewayProviderKey'
        'Remove-AiGatewayProviderKey'
        # Secrets Store
        'Get-AiGatewaySecretStore'
        'New-AiGatewaySecretStore'
        'Remove-AiGatewaySecretStore'
        'Get-AiGatewaySecret'
        'New-AiGatewaySecret'
        'Set-AiGatewaySecret'
        'Remove-AiGatewaySecret'
        'Copy-AiGatewaySecret'
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
            ReleaseNotes = 'First version: the whole management API, calls to models, settings for clients and Workers, and the emulator. See CHANGELOG.md in the module folder.'
        }
    }
}

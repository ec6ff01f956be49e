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
        'Inference.Format.ps1xml'
        'Logs.Format.ps1xml'
        'Routes.Format.ps1xml'
        'GatewayUrls.Format.ps1xml'
        'CustomProviders.Format.ps1xml'
        'ModelPrices.Format.ps1xml'
        'Domains.Format.ps1xml'
        'Providers.Format.ps1xml'
        'ClientConfigs.Format.ps1xml'
        'Wrangler.Format.ps1xml'
        'TokenTemplates.Format.ps1xml'
        'ProviderKeys.Format.ps1xml'
        'SecretsStore.Format.ps1xml'
    )
    TypesToProcess       = @(
        'Connection.Types.ps1xml'
        'Gateways.Types.ps1xml'
        'Logs.Types.ps1xml'
        'Routes.Types.ps1xml'
        'CustomProviders.Types.ps1xml'
        'ModelPrices.Types.ps1xml'
        'Domains.Types.ps1xml'
        'Providers.Types.ps1xml'
        'ProviderKeys.Types.ps1xml'
        'SecretsStore.Types.ps1xml'
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
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Cloudflare', 'AI', 'AIGateway', 'LLM', 'OpenAI', 'Anthropic', 'WorkersAI', 'Gateway', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'First version: connection, its doctor, gateways, emulator. See CHANGELOG.md in the module folder.'
        }
    }
}

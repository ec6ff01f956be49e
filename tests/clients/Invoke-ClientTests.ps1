#Requires -Version 7.4
<#
.SYNOPSIS
    Runs the snippets of Get-AiGatewayClientConfig, and what else the vendors' own libraries do, against EmulatorServer.
.PARAMETER EmulatorServer
    The built EmulatorServer.dll; the repository's own when left out.
#>
[CmdletBinding()]
param(
    [string] $EmulatorServer
)

$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
$EmulatorServer = $EmulatorServer ? $EmulatorServer : (Get-ChildItem (Join-Path $root 'tools/EmulatorServer/bin') -Recurse -Filter EmulatorServer.dll | Sort-Object LastWriteTime | Select-Object -Last 1).FullName
$version = (Import-PowerShellDataFile (Join-Path $root 'CloudflareAiGateway.psd1')).ModuleVersion
Import-Module (Join-Path $root "output/CloudflareAiGateway/$version/CloudflareAiGateway.psd1") -Force

$account = '0123456789abcdef0123456789abcdef'
$count = @{ passed = 0; failed = 0; skipped = 0 }

# What the snippets read; all of it made up. The connection has a token of its own.
$secrets = @{
    CF_AIG_TOKEN         = 'run-token'
    CLOUDFLARE_API_TOKEN = 'workers-ai-token'
    OPENAI_API_KEY       = 'openai-key'
    ANTHROPIC_API_KEY    = 'anthropic-key'
    GEMINI_API_KEY       = 'gemini-key'
    GROQ_API_KEY         = 'groq-key'
}

# Every client by every credential that needs nothing stored, and what sets the surfaces apart.
$cases = @(
    foreach ($client in 'OpenAINode', 'AnthropicNode', 'VercelAI', 'GoogleGenAI', 'OpenAIPython', 'AnthropicPython', 'LiteLLM', 'LangChain', 'Curl', 'PowerShell') {
        @{ Client = $client; Gateway = 'prod-api' }
        @{ Client = $client; Gateway = 'open-api' }
        @{ Client = $client; Gateway = 'prod-api'; Credential = 'UnifiedBilling' }
    }
    @{ Client = 'OpenAINode'; Gateway = 'prod-api'; Model = 'anthropic/claude-haiku-4-5' }
    @{ Client = 'OpenAINode'; Gateway = 'prod-api'; Model = 'anthropic/claude-haiku-4-5'; Credential = 'UnifiedBilling' }
    @{ Client = 'OpenAINode'; Gateway = 'prod-api'; Model = 'google-vertex-ai/google/gemini-2.5-flash'; Credential = 'UnifiedBilling' }
    @{ Client = 'OpenAINode'; Gateway = 'prod-api'; Model = 'groq/llama-3.1-8b-instant' }
    @{ Client = 'OpenAINode'; Gateway = 'prod-api'; Model = '@cf/meta/llama-3.1-8b-instruct' }
    @{ Client = 'VercelAI'; Gateway = 'prod-api'; Model = '@cf/meta/llama-3.1-8b-instruct' }
    foreach ($client in 'OpenAINode', 'VercelAI', 'Curl', 'PowerShell') {
        @{ Client = $client; Gateway = 'prod-api'; Model = 'dynamic/support'; Credential = 'UnifiedBilling' }
        @{ Client = $client; Gateway = 'prod-api'; Model = 'cloudflare/auto'; Credential = 'UnifiedBilling' }
    }
)

function Find-Program([string] $Name) { (Get-Command $Name -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source }

# Why a snippet cannot be run here; nothing when it can.
function Get-Obstacle([CloudflareAiGateway.AiGatewayClientConfig] $Config) {
    switch ($Config.Language) {
        'javascript' { $script:nodeObstacle }
        'python' {
            $package = ($Config.Install -replace '^pip install ', '') -replace '-', '_'
            if (-not $script:python) { 'there is no python3' }
            elseif (-not (& $script:python -c "import importlib.util; print(importlib.util.find_spec('$package') is not None)").Contains('True')) { "the package $package is not installed" }
        }
        'sh' { if (-not (Find-Program curl) -or -not (Find-Program sh)) { 'there is no curl, or no sh' } }
    }
}

function Install-Libraries {
    if (-not (Find-Program node) -or -not (Find-Program npm)) { return 'there is no node, or no npm' }
    # One try with little patience: without a registry this is a reason to skip, not to wait. No script of a package is needed or run.
    $output = & npm install --prefix $PSScriptRoot --no-package-lock --no-audit --no-fund --ignore-scripts --prefer-offline --fetch-retries 0 --fetch-timeout 20000 --loglevel error 2>&1
    if ($LASTEXITCODE -ne 0) { "npm could not install the libraries: $($output | Select-Object -First 1)" }
}

function Invoke-Snippet([CloudflareAiGateway.AiGatewayClientConfig] $Config) {
    # Beside node_modules, so that imports are found.
    $file = Join-Path $PSScriptRoot "snippet-$(Split-Path $Config.FileName -Leaf)"
    $Config.Text | Set-Content $file
    $program = switch ($Config.Language) { 'javascript' { 'node' } 'python' { $script:python } 'sh' { 'sh' } 'powershell' { Find-Program pwsh } }
    try {
        foreach ($variable in $Config.Environment) { Set-Item "env:$($variable.Name)" $secrets[$variable.Name] }
        $arguments = $Config.Language -eq 'powershell' ? @('-NoProfile', '-File', $file) : @($file)
        $output = & $program @arguments 2>&1 | Out-String
        [pscustomobject]@{ Succeeded = $LASTEXITCODE -eq 0; Output = $output.Trim() }
    } finally {
        foreach ($variable in $Config.Environment) { Remove-Item "env:$($variable.Name)" -ErrorAction Ignore }
        Remove-Item $file
    }
}

# What the libraries do beside the snippets: streams, tools, embeddings. Each check is a line that begins with its outcome.
function Invoke-TwinCheck([uri] $Gateway) {
    $env:GATEWAY_URL = $Gateway
    $env:CF_AIG_TOKEN = $secrets.CF_AIG_TOKEN
    try {
        $lines = @(& node (Join-Path $PSScriptRoot twin.mjs) 2>&1 | ForEach-Object { "$_" })
        $done = @($lines -match '^(Passed|Failed): ')
        $count.passed += @($done -match '^Passed').Count
        $count.failed += @($done -match '^Failed').Count
        $done
        if ($LASTEXITCODE -ne 0 -or $done.Count -eq 0) {
            $count.failed++
            "Failed: twin.mjs ended with $LASTEXITCODE. It printed:`n$($lines -join "`n")"
        }
    } finally {
        Remove-Item env:GATEWAY_URL, env:CF_AIG_TOKEN
    }
}

$script:python = Find-Program python3
$script:nodeObstacle = Install-Libraries

$start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
$start.RedirectStandardOutput = $true
foreach ($argument in $EmulatorServer, '--urls', 'http://127.0.0.1:0', '--token', 'admin-token=all', '--token', 'run-token=AI Gateway Run', '--token', 'workers-ai-token=Workers AI Read') {
    $start.ArgumentList.Add($argument)
}

$server = [System.Diagnostics.Process]::Start($start)
try {
    $address = $server.StandardOutput.ReadLine() -replace '^Listening on ', ''
    Connect-AiGateway -BaseUri "$address/client/v4" -AccountId $account -ApiToken (ConvertTo-SecureString 'admin-token' -AsPlainText -Force)
    New-AiGateway prod-api | Out-Null
    New-AiGateway open-api -Authentication $false | Out-Null
    $graph = @(
        New-AiGatewayRouteElement -Next model
        New-AiGatewayRouteElement model -Provider openai -Model gpt-5-mini -Fallback end
        New-AiGatewayRouteElement -End
    )
    New-AiGatewayRoute prod-api support $graph | Out-Null

    $missing = [System.Collections.Generic.HashSet[string]]::new()
    foreach ($case in $cases) {
        $config = Get-AiGatewayClientConfig @case -WarningAction SilentlyContinue
        $name = "$($case.Client), $($config.CredentialSource), $($config.Model) by $($config.Surface), gateway $($case.Gateway)"
        if ($obstacle = Get-Obstacle $config) {
            # What is missing is told once for each client.
            if ($missing.Add($case.Client)) {
                $count.skipped++
                "Skipped: $($case.Client), as $obstacle."
            }

            continue
        }

        $before = @(Get-AiGatewayLog $case.Gateway).Count
        $run = Invoke-Snippet $config
        $rows = @(Get-AiGatewayLog $case.Gateway).Count - $before
        if ($run.Succeeded -and $run.Output -match 'Say hello in one sentence' -and $rows -eq 1) {
            $count.passed++
            "Passed: $name."
        } else {
            $count.failed++
            "Failed: $name; $rows row(s) in the log. It printed:`n$($run.Output)"
        }
    }

    if ($nodeObstacle) {
        $count.skipped++
        "Skipped: streams, tools and embeddings, as $nodeObstacle."
    } else {
        Invoke-TwinCheck (Get-AiGatewayUrl prod-api)
    }
} finally {
    $server.Kill()
    $server.Dispose()
    Disconnect-AiGateway
}

"Clients: $($count.passed) passed, $($count.failed) failed, $($count.skipped) skipped"
exit [int]($count.failed -gt 0)

# Imports the module as it was built, never one that happens to be installed.
$root = Split-Path (Split-Path $PSScriptRoot)
$version = (Import-PowerShellDataFile (Join-Path $root 'CloudflareAiGateway.psd1')).ModuleVersion
$manifest = Join-Path $root "output/CloudflareAiGateway/$version/CloudflareAiGateway.psd1"
if (-not (Test-Path $manifest)) {
    throw "The module is not built: run 'dotnet build Module.sln' first."
}

Import-Module $manifest -Force

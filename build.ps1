#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests, shows, packs and publishes the module.
.DESCRIPTION
    Plain tasks over the dotnet command line; no build module is needed. Everything that needs no pwsh is also in 'dotnet build Module.sln'
    and 'dotnet test Module.sln'.
.PARAMETER Task
    Build    fills output/CloudflareAiGateway/<version>/ (the default)
    Test     runs the xunit tests and then the Pester tests; Pester comes from the Gallery, or else from NuGet, when it is missing
    Demo     runs the main job against the emulator
    Help     refreshes syntax and parameters in docs/en-US from the built module, then compiles help
    Pack     makes artifacts/CloudflareAiGateway.<version>.nupkg for the PowerShell Gallery
    Publish  packs, then publishes to the PowerShell Gallery with the key in the environment variable NUGET_API_KEY
    Clean    removes output/, artifacts/ and all bin and obj folders
.PARAMETER Configuration
    Debug or Release; Pack and Publish always use Release.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Help', 'Pack', 'Publish', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$root = $PSScriptRoot
$solution = Join-Path $root 'Module.sln'
$version = (Import-PowerShellDataFile (Join-Path $root 'CloudflareAiGateway.psd1')).ModuleVersion
$moduleFolder = Join-Path $root "output/CloudflareAiGateway/$version"
$artifacts = Join-Path $root 'artifacts'

# Not a task: every dotnet call goes through here, so that none fails without a word.
function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args -join ' ') ended with exit code $LASTEXITCODE."
    }
}

function Invoke-BuildTask {
    param([string] $BuildConfiguration = $Configuration)
    Invoke-DotNet build $solution --configuration $BuildConfiguration --nologo --verbosity quiet
    Write-Host "Built $moduleFolder"
}

function Invoke-TestTask {
    Invoke-DotNet test $solution --configuration $Configuration --nologo --verbosity quiet
    $wanted = @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0'; MaximumVersion = '5.99.99' }
    if (-not (Get-Module -ListAvailable -FullyQualifiedName $wanted)) {
        if ((Get-Command Find-PSResource -ErrorAction Ignore) -and (Find-PSResource Pester -Repository PSGallery -ErrorAction Ignore)) {
            Write-Host 'Installing Pester 5 from the PowerShell Gallery for the current user.'
            Install-PSResource -Name Pester -Version '[5.5.0,6.0.0)' -TrustRepository
        }
        else {
            Write-Host 'The PowerShell Gallery cannot be reached; taking Pester 5 from NuGet into .tools/.'
            Invoke-DotNet restore (Join-Path $root 'tests/Pester/Pester.proj') --verbosity quiet
        }
    }

    # A process of its own: the tests import the module, and its assemblies could not be replaced by the next build here.
    & (Join-Path $PSHOME pwsh) -NoProfile -NonInteractive -File (Join-Path $root 'tests/Pester/Invoke-Tests.ps1')
    if ($LASTEXITCODE -ne 0) {
        throw "$LASTEXITCODE Pester tests failed."
    }
}

function Invoke-DemoTask {
    Invoke-BuildTask
    Invoke-DotNet run --project (Join-Path $root 'tools/Playground') --configuration $Configuration --no-build
}

function Invoke-HelpTask {
    Invoke-BuildTask
    Invoke-DotNet run --project (Join-Path $root 'tools/Playground') --configuration $Configuration --no-build -- -ScaffoldHelp (Join-Path $root 'docs/en-US')
    Invoke-BuildTask
}

function Invoke-PackTask {
    Remove-Item $moduleFolder -Recurse -Force -ErrorAction Ignore
    Invoke-BuildTask -BuildConfiguration Release
    Test-ModuleManifest (Join-Path $moduleFolder 'CloudflareAiGateway.psd1') | Out-Null
    New-Item $artifacts -ItemType Directory -Force | Out-Null
    Invoke-DotNet pack (Join-Path $root 'tools/Packaging/Package.csproj') --configuration Release --nologo --verbosity quiet --output $artifacts
    Write-Host "Packed $(Join-Path $artifacts "CloudflareAiGateway.$version.nupkg")"
}

function Invoke-PublishTask {
    if (-not $env:NUGET_API_KEY) {
        throw 'Set the environment variable NUGET_API_KEY to a key of the PowerShell Gallery with the right to push CloudflareAiGateway.'
    }

    Invoke-PackTask
    if ($PSCmdlet.ShouldProcess("CloudflareAiGateway $version", 'Publish to the PowerShell Gallery')) {
        Publish-PSResource -Path $moduleFolder -Repository PSGallery -ApiKey $env:NUGET_API_KEY
    }
}

function Invoke-CleanTask {
    Get-ChildItem $root -Directory -Recurse -Include bin, obj | Where-Object FullName -NotMatch '[\\/]\.git[\\/]' | Remove-Item -Recurse -Force
    Remove-Item (Join-Path $root 'output'), (Join-Path $root '.tools'), $artifacts -Recurse -Force -ErrorAction Ignore
}

foreach ($name in $Task) {
    & "Invoke-${name}Task"
}

# What the measurements share: Release builds, the emulator on a port, medians.
$script:root = Split-Path $PSScriptRoot

function Build-Release {
    dotnet build (Join-Path $root 'Module.sln') --configuration Release --nologo --verbosity quiet | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'The build failed.' }
}

function Build-BareModule {
    $project = Join-Path $PSScriptRoot 'BareModule/BareModule.csproj'
    dotnet build $project --configuration Release --nologo --verbosity quiet | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'The build of the bare module failed.' }
    Join-Path $PSScriptRoot 'BareModule/bin/Release/netstandard2.0/BareModule.dll'
}

function Get-ModulePath {
    $version = (Import-PowerShellDataFile (Join-Path $root 'CloudflareAiGateway.psd1')).ModuleVersion
    Join-Path $root "output/CloudflareAiGateway/$version/CloudflareAiGateway.psd1"
}

# Starts the emulator in a process of its own; stop it with Stop-Process.
function Start-Emulator([int] $Port) {
    $server = Join-Path $root 'tools/EmulatorServer/bin/Release/net10.0/EmulatorServer.dll'
    $process = Start-Process dotnet -ArgumentList $server, '--urls', "http://127.0.0.1:$Port" -PassThru -RedirectStandardOutput ([IO.Path]::GetTempFileName())
    foreach ($attempt in 1..100) {
        try { Invoke-RestMethod "http://127.0.0.1:$Port/_emulator/requests" | Out-Null; return $process } catch { Start-Sleep -Milliseconds 100 }
    }

    throw 'The emulator did not start.'
}

function Get-Median([double[]] $Values) {
    $sorted = $Values | Sort-Object
    ($sorted[[math]::Floor(($sorted.Count - 1) / 2)] + $sorted[[math]::Ceiling(($sorted.Count - 1) / 2)]) / 2
}

function Get-Summary([string] $Name, [double[]] $Values, [string] $Unit) {
    $sorted = $Values | Sort-Object
    '{0,-34} median {1,8:n3} {5}   p95 {2,8:n3}   min {3,8:n3}   n {4}' -f $Name, (Get-Median $Values), $sorted[[math]::Min($sorted.Count - 1, [int]($sorted.Count * 0.95))], $sorted[0], $sorted.Count, $Unit
}

# Imports Pester 5: the one that is installed, or the one that tests/Pester/Pester.proj restored.
$restored = Join-Path (Split-Path (Split-Path $PSScriptRoot)) '.tools/packages/pester/*/tools/Pester.psd1'
if (-not (Get-Module -ListAvailable Pester | Where-Object { $_.Version -ge '5.5.0' -and $_.Version -lt '6.0.0' }) -and (Test-Path $restored)) {
    Import-Module (Resolve-Path $restored).Path
}
else {
    Import-Module Pester -MinimumVersion 5.5.0 -MaximumVersion 5.99.99
}

# Runs every example of every help page as it stands, each in a new emulator with the three gateways that the pages assume.
BeforeDiscovery {
    $pages = Get-ChildItem (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/en-US') -Filter *-*.md
    $examples = foreach ($page in $pages) {
        $text = (Get-Content $page -Raw) -replace '\r\n', "`n"
        foreach ($match in [regex]::Matches($text, '(?s)### (Example \d+: [^\n]+)\n\n```powershell\n(.*?)\n```')) {
            $code = $match.Groups[2].Value
            @{
                Page  = $page.BaseName
                Title = $match.Groups[1].Value
                Code  = $code
                Why   = switch -Regex ($code) {
                    'Read-Host' { 'it asks at the console' }
                    'Get-Secret' { 'it needs the SecretManagement module and a vault' }
                    'CLOUDFLARE_API_TOKEN' { 'it needs a real token' }
                }
            }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Import-BuiltModule.ps1

    # Examples say Import-Module CloudflareAiGateway, as if it were installed.
    $modulePath = $env:PSModulePath
    $env:PSModulePath = (Split-Path (Split-Path (Split-Path $manifest))) + [IO.Path]::PathSeparator + $modulePath
}

AfterAll {
    $env:PSModulePath = $modulePath
    Disconnect-AiGateway
}

Describe 'Examples' {
    BeforeEach {
        Push-Location $TestDrive
        Connect-AiGateway -Emulator
        'prod-api', 'staging-api', 'dev-chat' | New-AiGateway -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60 | Out-Null
    }

    AfterEach {
        Pop-Location
    }

    It 'runs <Page>, <Title>' -ForEach $examples {
        if ($Why) {
            Write-Host "Not run: $Page, ${Title}: $Why."
            Set-ItResult -Skipped -Because $Why
            return
        }

        # Nobody answers here, so what asks is taken as answered.
        $ConfirmPreference = 'None'
        $problems = & ([scriptblock]::Create($Code)) *>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
        $problems | ForEach-Object { "$_" } | Should -BeNullOrEmpty
    }
}

Describe 'Help in the console' {
    It 'shows <_>' -ForEach 'about_CloudflareAiGateway', 'about_CloudflareAiGateway_Emulator', 'about_CloudflareAiGateway_Errors', 'about_CloudflareAiGateway_Quota' {
        # Compiled topics are found by culture, and not at all where the machine's culture is not English.
        $file = Join-Path (Split-Path $manifest) "en-US/$_.help.txt"
        Get-Content $file -Raw | Should -Match 'SHORT DESCRIPTION'
    }

    It 'parses every block of PowerShell in the topics' {
        $folder = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/en-US'
        foreach ($topic in Get-ChildItem $folder -Filter about_*.md) {
            foreach ($match in [regex]::Matches((Get-Content $topic -Raw), '(?s)```powershell\r?\n(.*?)```')) {
                $errors = $null
                [System.Management.Automation.Language.Parser]::ParseInput($match.Groups[1].Value, [ref] $null, [ref] $errors) | Out-Null
                $errors | Should -BeNullOrEmpty -Because $topic.Name
            }
        }
    }
}

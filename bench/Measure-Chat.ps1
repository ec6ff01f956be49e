#Requires -Version 7.4
<#
.SYNOPSIS
    Invoke-AiGatewayChat beside a raw HttpClient: time to the first streamed piece, and calls per second from sixteen runspaces.
#>
[CmdletBinding()]
param([int] $Rounds = 200, [int] $Calls = 1000, [int] $ParallelRounds = 5)

$ErrorActionPreference = 'Stop'
. $PSScriptRoot/Common.ps1
Build-Release
Import-Module (Get-ModulePath)
$port = 8793
$emulator = Start-Emulator $port
try {
    $control = "http://127.0.0.1:$port/_emulator"
    $account = '0123456789abcdef0123456789abcdef'
    Invoke-RestMethod "$control/quota" -Method Post -ContentType application/json -Body '{"limit":100000000,"window":300,"block":300}' | Out-Null
    Connect-AiGateway $account (ConvertTo-SecureString emulator-token -AsPlainText -Force) -BaseUri "http://127.0.0.1:$port/client/v4"
    New-AiGateway prod-api -CacheTtl 0 | Out-Null

    # The raw side: one HttpClient, the same requests, and of the stream nothing but the first piece with text.
    Add-Type -ReferencedAssemblies System.Net.Http, System.Net.Primitives, System.Runtime, System.Collections -TypeDefinition @'
using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

public static class RawChat
{
    private static readonly HttpClient s_http = new();

    public static HttpResponseMessage Send(string address, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("cf-aig-authorization", "Bearer emulator-token");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer sk-bench");
        return s_http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).GetAwaiter().GetResult();
    }

    public static double FirstPiece(string address, string body)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        using HttpResponseMessage response = Send(address, body);
        using Stream stream = response.Content.ReadAsStreamAsync().GetAwaiter().GetResult();
        using var reader = new StreamReader(stream);
        double first = -1;
        while (reader.ReadLine() is string line)
        {
            if (first < 0 && line.Contains("\"content\":\"g"))
            {
                first = System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        return first;
    }

    public static string Text(string address, string body)
    {
        using HttpResponseMessage response = Send(address, body);
        return response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
    }
}
'@

    # Unified Billing lets 200 calls a minute through, a key of one's own any number.
    $key = ConvertTo-SecureString sk-bench -AsPlainText -Force
    $address = "http://127.0.0.1:$port/v1/$account/prod-api/compat/chat/completions"

    function Measure-Ours([string] $Prompt) {
        $start = [Diagnostics.Stopwatch]::GetTimestamp()
        $first = -1
        Invoke-AiGatewayChat prod-api openai/gpt-5-mini $Prompt -Surface Compat -ProviderKey $key -Stream -Raw | ForEach-Object {
            if ($first -lt 0) { $first = [Diagnostics.Stopwatch]::GetElapsedTime($start).TotalMilliseconds }
        }
        $first
    }

    # Pieces come 5 ms apart, so that a first piece that waited for a second would show.
    Invoke-RestMethod "$control/providers" -Method Post -ContentType application/json -Body '{"times":-1,"piece_delay_ms":5}' | Out-Null
    $ours = [Collections.Generic.List[double]]::new()
    $raw = [Collections.Generic.List[double]]::new()
    foreach ($round in 0..($Rounds + 20)) {
        $mine = Measure-Ours "one two three $round"
        $other = [RawChat]::FirstPiece($address, "{""model"":""openai/gpt-5-mini"",""stream"":true,""stream_options"":{""include_usage"":true},""messages"":[{""role"":""user"",""content"":""one two three r$round""}]}")
        if ($round -gt 20) { $ours.Add($mine); $raw.Add($other) }
    }

    Get-Summary 'first piece, Invoke-AiGatewayChat' $ours 'ms'
    Get-Summary 'first piece, HttpClient' $raw 'ms'
    'first piece: {0:n2} ms above HttpClient (target: at most 5)' -f ((Get-Median $ours) - (Get-Median $raw))
    Invoke-RestMethod "$control/providers" -Method Delete | Out-Null

    # The same harness on both sides: sixteen runspaces, each with the module.
    $connection = Get-AiGatewayConnection
    $module = Get-ModulePath
    $ourRate = [Collections.Generic.List[double]]::new()
    $rawRate = [Collections.Generic.List[double]]::new()
    foreach ($round in 0..$ParallelRounds) {
        $answers = $null
        $time = Measure-Command {
            $script:answers = 1..$Calls | ForEach-Object -ThrottleLimit 16 -Parallel {
                Import-Module $using:module
                Invoke-AiGatewayChat prod-api openai/gpt-5-mini "call $_ of $using:round" -Surface Compat -ProviderKey $using:key -Connection $using:connection -Raw
            }
        }
        $distinct = ($script:answers | Sort-Object -Unique).Count
        if ($distinct -ne $Calls) { throw "$distinct different answers to $Calls calls." }

        $script:texts = $null
        $other = Measure-Command {
            $script:texts = 1..$Calls | ForEach-Object -ThrottleLimit 16 -Parallel {
                Import-Module $using:module
                ([RawChat]::Text($using:address, "{""model"":""openai/gpt-5-mini"",""messages"":[{""role"":""user"",""content"":""raw $_ of $using:round""}]}") | ConvertFrom-Json).choices[0].message.content
            }
        }
        if ($round -gt 0) { $ourRate.Add($Calls / $time.TotalSeconds); $rawRate.Add($Calls / $other.TotalSeconds) }
    }

    Get-Summary '16 runspaces, Invoke-AiGatewayChat' $ourRate 'calls/s'
    Get-Summary '16 runspaces, HttpClient' $rawRate 'calls/s'
    'in parallel: {0:n2} of HttpClient''s rate (target: at least 0.7), {1:n0} of {1:n0} answers each round' -f ((Get-Median $ourRate) / (Get-Median $rawRate)), $Calls

    # And the calls alone: each runspace makes its share, so that starting runspaces and importing weigh less.
    $share = [int]($Calls * 4 / 16)
    $ourShare = [Collections.Generic.List[double]]::new()
    $rawShare = [Collections.Generic.List[double]]::new()
    foreach ($round in 0..$ParallelRounds) {
        $time = Measure-Command {
            $script:answers = 1..16 | ForEach-Object -ThrottleLimit 16 -Parallel {
                Import-Module $using:module
                $runspace = $_
                1..$using:share | ForEach-Object { "share $_ of $runspace, $using:round" } |
                    Invoke-AiGatewayChat prod-api openai/gpt-5-mini -Surface Compat -ProviderKey $using:key -Connection $using:connection -Raw
            }
        }
        $distinct = ($script:answers | Sort-Object -Unique).Count
        if ($distinct -ne $share * 16) { throw "$distinct different answers to $($share * 16) calls." }

        $other = Measure-Command {
            $script:texts = 1..16 | ForEach-Object -ThrottleLimit 16 -Parallel {
                Import-Module $using:module
                foreach ($i in 1..$using:share) {
                    ([RawChat]::Text($using:address, "{""model"":""openai/gpt-5-mini"",""messages"":[{""role"":""user"",""content"":""raw share $i of $_, $using:round""}]}") | ConvertFrom-Json).choices[0].message.content
                }
            }
        }
        if ($round -gt 0) { $ourShare.Add($share * 16 / $time.TotalSeconds); $rawShare.Add($share * 16 / $other.TotalSeconds) }
    }

    Get-Summary '16 shares, Invoke-AiGatewayChat' $ourShare 'calls/s'
    Get-Summary '16 shares, HttpClient' $rawShare 'calls/s'
    'in shares: {0:n2} of HttpClient''s rate (target: at least 0.7)' -f ((Get-Median $ourShare) / (Get-Median $rawShare))
}
finally {
    Stop-Process $emulator
}
